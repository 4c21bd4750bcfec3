import type { ToastWords } from "./toast";

interface ToastSink {
  show(toast: ToastWords & { id: string }): void;
  dismiss(id: string): void;
}

/** Toasts said before what draws them has come wait here. */
export class ToastQueue {
  #waiting: (ToastWords & { id: string })[] = [];
  #sink: ToastSink | null = null;
  #last = 0;

  show(words: ToastWords): string {
    this.#last += 1;
    const toast = { ...words, id: `toast ${this.#last}` };
    if (this.#sink) this.#sink.show(toast);
    else this.#waiting.push(toast);
    return toast.id;
  }

  dismiss(id: string): void {
    this.#waiting = this.#waiting.filter((toast) => toast.id !== id);
    this.#sink?.dismiss(id);
  }

  /** From now on `sink` draws them, until what is returned is called. */
  take(sink: ToastSink): () => void {
    this.#sink = sink;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const toast of waiting) sink.show(toast);
    return () => {
      this.#sink = null;
    };
  }
}
