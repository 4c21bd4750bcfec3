import type { Sandbox } from "../sandbox";
import { escapeHtml } from "./html";
import { copyButton } from "./words";

export function peopleRows({ store }: Sandbox): string {
  return store.people
    .map((person) => {
      const { name, email, title, rawToken } = person;
      const initials = `${person.firstName[0] ?? ""}${person.lastName[0] ?? ""}`;
      const plan = store.plan(person.planKey)?.name ?? person.planKey;
      const roles = [
        person.admin ? `<span class="tag own">System Admin</span>` : "",
        person.active ? "" : `<span class="tag off">${person.invited ? "Invited" : "Deactivated"}</span>`,
      ].join(" ");
      return [
        `<tr><td class="face"><span aria-hidden="true">${escapeHtml(initials)}</span></td>`,
        `<th scope="row">${escapeHtml(name)} ${roles}<span class="muted sub">${escapeHtml(email)}</span></th>`,
        `<td class="muted wide">${escapeHtml(title)}</td>`,
        `<td class="muted wide">${escapeHtml(plan)}</td>`,
        `<td class="token"><code>${escapeHtml(rawToken)}</code>${copyButton(rawToken, `token of ${name}`)}</td></tr>`,
      ].join("");
    })
    .join("");
}
