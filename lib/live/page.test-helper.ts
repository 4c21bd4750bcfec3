import { parseFrames, type Told } from "./frames.test-helper";

/** One open page as its reader sees it. */
export interface Page {
  told: Told[];
  names(): string[];
  /** All that came, as text. */
  wire(): string;
  comments(): number;
  state: "open" | "ended" | "broken";
  sessionId: string;
  leave(): void;
  /** Reads what waits; only for a page opened as `isUnread`. */
  take(): void;
}

export function pageOf(body: ReadableStream<Uint8Array>, sessionId: string, leave: () => void): Page {
  let text = "";
  const page: Page = {
    get told() {
      return parseFrames(text);
    },
    names: () => parseFrames(text).map(({ name }) => name),
    wire: () => text,
    comments: () => text.split("\n").filter((line) => line.startsWith(":")).length,
    state: "open",
    sessionId,
    leave,
    take() {
      void takeAll();
    },
  };
  async function takeAll(): Promise<void> {
    const decoder = new TextDecoder();
    try {
      const reader = body.getReader();
      for (;;) {
        const { done, value } = await reader.read();
        if (done) break;
        text += decoder.decode(value, { stream: true });
      }
      page.state = "ended";
    } catch {
      page.state = "broken";
    }
  }
  return page;
}
