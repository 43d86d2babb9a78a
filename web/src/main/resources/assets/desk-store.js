// What is kept in this browser: what was typed and is not on the server yet, with its undo history.
// Each tab keeps its own, so that two tabs on one note never write over each other.

const DATABASE = "desk";
const TEXTS = "texts";

let opened;

function open() {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(TEXTS);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error("blocked"));
  });
  return opened;
}

async function transact(mode, work) {
  const database = await open();
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(TEXTS, mode);
    const request = work(transaction.objectStore(TEXTS));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onerror = () => reject(transaction.error);
    transaction.onabort = () => reject(transaction.error);
  });
}

/** The name of this tab, which it keeps over a reload, and no other tab has. */
async function tab() {
  const fresh = () => Math.random().toString(36).slice(2);
  let name = sessionStorage.getItem("desk-tab") ?? fresh();
  if (navigator.locks) {
    // A tab that was duplicated has the name of the other, which holds its lock.
    while (!(await hold(name))) {
      name = fresh();
    }
  }
  sessionStorage.setItem("desk-tab", name);
  return name;
}

function hold(name) {
  return new Promise((resolve) => {
    navigator.locks
      .request(`desk-tab-${name}`, { ifAvailable: true }, (lock) => {
        resolve(lock !== null);
        return lock === null ? undefined : new Promise(() => {});
      })
      .catch(() => resolve(true));
  });
}

async function livingTabs() {
  if (!navigator.locks) {
    return null;
  }
  const { held } = await navigator.locks.query();
  return new Set(held.map((lock) => lock.name.replace("desk-tab-", "")));
}

/** What this browser keeps of one text. */
export class Kept {
  #topic;
  #tab;

  /** Opens what is kept under a topic; null if this browser keeps nothing for pages. */
  static async of(topic) {
    try {
      await open();
      const kept = new Kept();
      kept.#topic = topic;
      kept.#tab = await tab();
      return kept;
    } catch {
      return null;
    }
  }

  #key(name = this.#tab) {
    return `${this.#topic}#${name}`;
  }

  /** What this tab kept, or one that is closed by now; undefined: nothing. */
  async find() {
    const own = await transact("readonly", (texts) => texts.get(this.#key()));
    if (own) {
      return own;
    }
    const living = await livingTabs();
    if (living === null) {
      return undefined;
    }
    const range = IDBKeyRange.bound(`${this.#topic}#`, `${this.#topic}#\uffff`);
    const keys = await transact("readonly", (texts) => texts.getAllKeys(range));
    let latest;
    for (const key of keys) {
      if (!living.has(key.slice(this.#topic.length + 1))) {
        const text = await transact("readonly", (texts) => texts.get(key));
        if (text && (!latest || text.at > latest.text.at)) {
          latest = { key, text };
        }
      }
    }
    if (latest) {
      await transact("readwrite", (texts) => texts.delete(latest.key));
      await this.keep(latest.text);
    }
    return latest?.text;
  }

  keep(text) {
    return transact("readwrite", (texts) => texts.put({ ...text, at: Date.now() }, this.#key()));
  }

  forget() {
    return transact("readwrite", (texts) => texts.delete(this.#key()));
  }

  /** What was kept under this topic is kept under another from now on. */
  async rename(topic) {
    const text = await transact("readonly", (texts) => texts.get(this.#key()));
    await this.forget();
    this.#topic = topic;
    if (text) {
      await this.keep(text);
    }
  }
}
