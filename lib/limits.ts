import "server-only";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";

/** The limits of SECURITY-GOALS §6. Each counts by a key of its own: a person, a link and network, a network. */
export interface Limits {
  /** Requests of one person: a burst, then a steady rate. */
  person: Limit;
  /** Sign-ins begun from one network. */
  signIn: Limit;
  /** Readers of one link from one network. */
  linkReader: Limit;
  /** Tokens tried from one network that are no link's. */
  unknownLink: Limit;
  /** Wrong passwords for one link from one network; past it, locked for a while. */
  linkPassword: Limit;
  /** Changes by one administrator. */
  adminChange: Limit;
}

export interface Limit {
  /** Counts one. Seconds to wait when there are too many, else null. */
  take(key: string): Promise<number | null>;
  /** Seconds to wait as things stand, without counting. */
  peek(key: string): Promise<number | null>;
}

const UNLIMITED: Limit = { take: async () => null, peek: async () => null };

/** `isOn: false` only on loopback, for benchmarks. */
export function createLimits(isOn: boolean): Limits {
  if (!isOn)
    return {
      person: UNLIMITED,
      signIn: UNLIMITED,
      linkReader: UNLIMITED,
      unknownLink: UNLIMITED,
      linkPassword: UNLIMITED,
      adminChange: UNLIMITED,
    };
  return {
    // 10 a second with bursts of 30: 30 points that come back within 3 seconds.
    person: limit({ points: 30, duration: 3 }),
    signIn: limit({ points: 60, duration: 3600 }),
    linkReader: limit({ points: 15, duration: 3 }),
    unknownLink: limit({ points: 20, duration: 60 }),
    linkPassword: limit({ points: 10, duration: 900, blockDuration: 900 }),
    adminChange: limit({ points: 60, duration: 60 }),
  };
}

function limit(options: { points: number; duration: number; blockDuration?: number }): Limit {
  const limiter = new RateLimiterMemory(options);
  return {
    async take(key) {
      try {
        await limiter.consume(key);
        return null;
      } catch (refused) {
        if (refused instanceof RateLimiterRes) return seconds(refused);
        throw refused;
      }
    },
    async peek(key) {
      const state = await limiter.get(key);
      return state && state.consumedPoints >= options.points ? seconds(state) : null;
    },
  };
}

function seconds(state: RateLimiterRes): number {
  return Math.max(1, Math.ceil(state.msBeforeNext / 1000));
}

/** IPv6 addresses count by their /64, as one line is handed a whole one; IPv4 by the address. */
export function networkKey(address: string): string {
  const plain = address.startsWith("::ffff:") ? address.slice(7) : address;
  if (!plain.includes(":")) return plain;
  const [head = "", tail = ""] = plain.split("::");
  const left = head.split(":").filter(Boolean);
  const right = plain.includes("::") ? tail.split(":").filter(Boolean) : [];
  const full = [...left, ...Array<string>(Math.max(0, 8 - left.length - right.length)).fill("0"), ...right];
  return `${full
    .slice(0, 4)
    .map((part) => Number.parseInt(part, 16).toString(16))
    .join(":")}::/64`;
}
