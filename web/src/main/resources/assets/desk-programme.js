// A choice in the filter counts at once; words count with Enter, or when the field is left.

const filters = document.querySelector("form.filters");
filters?.addEventListener("change", () => filters.requestSubmit());
