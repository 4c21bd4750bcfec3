/** Without letters and digits that are taken for one another when read aloud or typed from a note. */
const LETTERS = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
const LENGTH = 16;

/** Sixteen letters drawn evenly: about 92 bits. `random` fills the array it is given with random bytes. */
export function newPassword(
  random: (bytes: Uint8Array) => void = (bytes) => void crypto.getRandomValues(bytes),
): string {
  const most = 256 - (256 % LETTERS.length);
  const bytes = new Uint8Array(LENGTH * 4);
  let password = "";
  while (password.length < LENGTH) {
    random(bytes);
    // Bytes over the last whole round would make the first letters likelier.
    for (const byte of bytes) {
      if (byte < most && password.length < LENGTH) password += LETTERS[byte % LETTERS.length];
    }
  }
  return password;
}
