import type { Sample } from "@/lib/rules/radius-types";

/** The first rows as the person would get them: nothing else of the sheet is in this page. */
export function SampleTable({ sample }: { sample: Sample }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <section aria-label="First rows" tabIndex={0} className="mt-2.5 overflow-x-auto">
      <table className="w-full border-collapse text-s">
        <thead>
          <tr>
            {sample.columns.map(({ id, title }) => (
              <th
                key={id}
                scope="col"
                className="border border-line bg-sunken px-2 py-[3px] text-left font-strong whitespace-nowrap text-ink-2"
              >
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sample.rows.map((row) => (
            <tr key={row.id}>
              {sample.columns.map(({ id }) => (
                <td key={id} className="h-6 max-w-56 truncate border border-line px-2 py-[3px]">
                  {row.cells[id]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {sample.rows.length === 0 ? <p className="mt-2 text-ink-3">No rows</p> : null}
    </section>
  );
}
