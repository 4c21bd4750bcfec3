/** Where the text of one stream goes. */
export interface Outlet {
  send(text: string): void;
  /** The reader has not taken what it was sent. */
  isBehind(): boolean;
  /** Ends it without a word. */
  close(): void;
  /** Ends it for want of a right, with this last word. What was not taken yet is dropped, and then the word as well. */
  cutOff(last: string): void;
}

/** Bytes that may wait for a reader before it counts as behind. */
const WAITING_BYTES = 64 * 1024;

type Controller = ReadableStreamDefaultController<Uint8Array>;

/** A body that is written as things happen. `onClose`: the reader went away. */
export function createOutlet(onClose: () => void): { body: ReadableStream<Uint8Array>; outlet: Outlet } {
  const encoder = new TextEncoder();
  let open: Controller | null = null;
  const body = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        open = controller;
      },
      cancel() {
        open = null;
        onClose();
      },
    },
    new ByteLengthQueuingStrategy({ highWaterMark: WAITING_BYTES }),
  );
  const room = () => open?.desiredSize ?? 0;
  const end = (how: (controller: Controller) => void) => {
    const last = open;
    open = null;
    if (last !== null) how(last);
  };
  return {
    body,
    outlet: {
      send: (text) => open?.enqueue(encoder.encode(text)),
      isBehind: () => room() <= 0,
      close() {
        if (room() <= 0) end(drop);
        else end((controller) => controller.close());
      },
      cutOff(last) {
        if (room() < WAITING_BYTES) return end(drop);
        end((controller) => {
          controller.enqueue(encoder.encode(last));
          controller.close();
        });
      },
    },
  };
}

/** The server takes an error of this name for a reader that left, and does not log it. */
function drop(controller: Controller): void {
  controller.error(new DOMException("The stream ended.", "AbortError"));
}
