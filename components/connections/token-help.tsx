/** Which token, of whom, and how one makes it. */
export function TokenHelp({ region }: { region: string }) {
  return (
    <details className="group rounded-control bg-sunken px-3 py-2 text-s text-ink-2" open>
      <summary className="w-fit cursor-default rounded-small font-medium text-ink select-none">
        Which token?
      </summary>
      <ul className="mt-1.5 flex list-disc flex-col gap-1 pl-4 marker:text-ink-3">
        <li>
          One of a <b className="font-strong text-ink">System Admin</b>: only theirs can read as other people.
        </li>
        <li>
          Best an account kept for this alone. Then it ends with no one's job, and Smartsheet's own log tells
          Sheetpass from a person.
        </li>
        <li>
          Made by hand, signed in as that account: Account, Apps & Integrations, API Access, Generate new
          access token. The token of an app cannot read as others.
        </li>
        <li>{region} A token of one region is unknown in the others.</li>
      </ul>
    </details>
  );
}
