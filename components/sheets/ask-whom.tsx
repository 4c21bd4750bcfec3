/** "Ask ada@acme.test or ben@acme.test for access." */
export function AskWhom({ administrators }: { administrators: readonly string[] }) {
  if (administrators.length === 0) return <>Ask an administrator for access.</>;
  return (
    <>
      {"Ask "}
      {administrators.map((address, at) => (
        <span key={address}>
          {at === 0 ? null : at === administrators.length - 1 ? " or " : ", "}
          <a
            href={`mailto:${address}`}
            className="rounded-small font-medium wrap-anywhere text-accent underline underline-offset-3"
          >
            {address}
          </a>
        </span>
      ))}
      {" for access."}
    </>
  );
}
