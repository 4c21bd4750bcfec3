import "server-only";
import type { LiveStream } from "./live-stream";
import { SheetGroup } from "./sheet-group";
import type { RightsWatch } from "./watch-rights";

export interface HubLimits {
  /** Open pages of one person; one more closes the oldest. */
  perPerson: number;
  inAll: number;
}

export const LIMITS: HubLimits = { perPerson: 5, inAll: 2_000 };

/** Room for one stream, asked for before the first look so that nothing changes unseen meanwhile. */
export interface Place {
  /** Takes the stream in. It looks again at once if rights changed since the place was asked for. */
  take(stream: LiveStream): void;
  /** Gives the place back, if it was not taken. */
  leave(): void;
}

/** All open pages, by sheet and by person. While there is none, nothing runs. */
export class LiveHub {
  private readonly groups = new Map<string, SheetGroup>();
  /** Oldest first. */
  private readonly people = new Map<string, LiveStream[]>();
  private readonly limits: HubLimits;
  private readonly watch: RightsWatch;
  private readonly monotonicMs: () => number;
  private count = 0;
  private changes = 0;

  constructor(
    watchRights: (onChange: () => void) => RightsWatch,
    monotonicMs: () => number,
    limits = LIMITS,
  ) {
    this.monotonicMs = monotonicMs;
    this.limits = limits;
    this.watch = watchRights(() => this.pokeAll());
  }

  /** Null when there are too many. */
  async reserve(): Promise<Place | null> {
    if (this.count >= this.limits.inAll) return null;
    this.count += 1;
    let isOpen = true;
    const leave = () => {
      if (!isOpen) return;
      isOpen = false;
      this.free();
    };
    try {
      await this.watch.start();
    } catch (cause) {
      leave();
      throw cause;
    }
    const changes = this.changes;
    return {
      leave,
      take: (stream) => {
        isOpen = false;
        this.add(stream);
        if (changes !== this.changes) void this.groupOf(stream)?.lookOne(stream);
      },
    };
  }

  /** The rights to one sheet may have changed: its pages look now. */
  poke(sheetId: string): void {
    this.changes += 1;
    void this.groups.get(sheetId)?.lookAll();
  }

  /** Any right, or a sign-in, may have changed. */
  pokeAll(): void {
    this.changes += 1;
    for (const group of this.groups.values()) void group.lookAll();
  }

  closeAll(): void {
    for (const group of [...this.groups.values()]) for (const stream of [...group.streams]) stream.close();
  }

  get openCount(): number {
    return this.count;
  }

  remove(stream: LiveStream): void {
    const { sheetId, userId } = stream.asked;
    const group = this.groups.get(sheetId);
    if (!group?.streams.has(stream)) return;
    group.remove(stream);
    if (group.streams.size === 0) this.groups.delete(sheetId);
    const theirs = (this.people.get(userId) ?? []).filter((one) => one !== stream);
    if (theirs.length === 0) this.people.delete(userId);
    else this.people.set(userId, theirs);
    this.free();
  }

  private add(stream: LiveStream): void {
    const { sheetId, userId } = stream.asked;
    const group = this.groups.get(sheetId) ?? new SheetGroup(this.monotonicMs);
    this.groups.set(sheetId, group);
    group.add(stream);
    const theirs = [...(this.people.get(userId) ?? []), stream];
    this.people.set(userId, theirs);
    for (const oldest of theirs.slice(0, Math.max(0, theirs.length - this.limits.perPerson))) oldest.close();
  }

  private groupOf(stream: LiveStream): SheetGroup | undefined {
    return this.groups.get(stream.asked.sheetId);
  }

  private free(): void {
    this.count -= 1;
    if (this.count === 0) this.watch.stop();
  }
}
