import { describe, expect, it } from "vitest";
import { deviceWords } from "./device-words";

const chrome = "AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36";

describe("deviceWords", () => {
  it.each([
    [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${chrome}`, "Chrome on Windows", false],
    [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${chrome} Edg/142.0.0.0`, "Edge on Windows", false],
    [`Mozilla/5.0 (X11; Linux x86_64) ${chrome} OPR/120.0`, "Opera on Linux", false],
    [
      "Mozilla/5.0 (X11; Ubuntu; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
      "Firefox on Linux",
      false,
    ],
    [
      "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15",
      "Safari on Mac",
      false,
    ],
    [
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/142.0 Mobile/15E148 Safari/604.1",
      "Chrome on iPhone",
      true,
    ],
    [`Mozilla/5.0 (Linux; Android 15; Pixel 9) ${chrome}`, "Chrome on Android", true],
    [`Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) ${chrome}`, "Chrome on ChromeOS", false],
    [
      `Mozilla/5.0 (X11; Linux x86_64) ${chrome.replace("Chrome", "HeadlessChrome")}`,
      "Chrome on Linux",
      false,
    ],
  ])("reads %s", (userAgent, words, isPhone) => {
    expect(deviceWords(userAgent)).toEqual({ words, isPhone });
  });

  it("says so when it does not know", () => {
    expect(deviceWords(null).words).toBe("Unknown device");
    expect(deviceWords("curl/8.5.0").words).toBe("Unknown device");
  });
});
