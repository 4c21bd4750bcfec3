/** Runs once when the server starts, before it answers anything. */
export async function register(): Promise<void> {
  // This spelling lets the build leave the branch out where there is no Node.
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { bootOrExit } = await import("./lib/boot");
    await bootOrExit();
  }
}
