package org.conferencedigest.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;

/** A page of the desk in somebody's browser, used as a person uses it. */
record Desk(Page page) {

  private static final String TEXT = "Text of the note, in Markdown";

  /** Signs in, which holds for all pages of a browser. */
  static Desk signIn(BrowserContext browser, String token) {
    Desk desk = new Desk(browser.newPage());
    desk.page.navigate("/write");
    desk.page.getByLabel("Your token").fill(token);
    desk.button("Sign in").click();
    assertThat(desk.page).hasURL(Pattern.compile("/write$"));
    return desk;
  }

  /** Another page of the same browser. */
  Desk another(String path) {
    return new Desk(page.context().newPage()).open(path);
  }

  Desk open(String path) {
    page.navigate(path);
    return this;
  }

  /** Waits until the scripts of a page have taken over. */
  Desk ready() {
    assertThat(page.locator("form[data-ready=true]")).isVisible();
    return this;
  }

  Locator text() {
    return page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName(TEXT));
  }

  /** Types at the end of the text. */
  Desk typeAtTheEnd(String words) {
    text().click();
    page.keyboard().press("Control+End");
    page.keyboard().type(words);
    return this;
  }

  Desk typeAtTheBeginning(String words) {
    text().click();
    page.keyboard().press("Control+Home");
    page.keyboard().type(words);
    return this;
  }

  /** What a person sees of how far the text is saved. */
  Locator saved() {
    return page.locator("[data-saved]");
  }

  /** What the form would send, and the editor shows. */
  Locator body() {
    return page.locator("#body");
  }

  Desk awaitDraft() {
    assertThat(saved()).hasText(Pattern.compile("^Draft saved at "));
    return this;
  }

  Desk publish() {
    button(Pattern.compile("^Publish( changes)?$")).click();
    return awaitPublished();
  }

  Desk awaitPublished() {
    assertThat(saved()).hasText(Pattern.compile("^Published at "));
    return this;
  }

  Locator merging() {
    return page.getByRole(
        AriaRole.DIALOG,
        new Page.GetByRoleOptions().setName("Somebody else saved this in between"));
  }

  Locator button(String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  Locator button(Pattern name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
  }

  Locator link(String name) {
    return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  /** Whether something reaches beyond the side of the window. */
  boolean isTooWide() {
    return (boolean) page.evaluate("document.documentElement.scrollWidth > innerWidth");
  }
}
