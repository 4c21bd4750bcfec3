import { PNG } from "./talk";
import type { Tour } from "./tour";

const ada = { as: "ada@acme.test" };

/** People, groups, contacts, favourites, the server's tables and the calls past their sunset date. */
export async function tourUsers(tour: Tour): Promise<void> {
  await tour.go("GET", "/users/me", { query: { include: "groups" } });
  await tour.go("GET", "/users/me", { ...ada });
  await tour.go("GET", "/users/sheets", ada);
  await tour.go("GET", "/users/sheets", { expects: 403 });
  await tour.go("GET", "/users", { ...ada, query: { include: "lastLogin" } });
  const me = (await tour.go("GET", "/users", { query: { email: "dana@acme.test" } })).data[0].id;
  await tour.go("GET", `/users/${me}`, ada);
  await tour.go("POST", `/users/${me}/profileimage`, {
    ...ada,
    file: { name: "me.png", type: "image/png", content: PNG },
  });
  const added = await tour.go("POST", "/users", {
    ...ada,
    body: {
      email: "new@acme.test",
      firstName: "New",
      lastName: "Comer",
      admin: false,
      licensedSheetCreator: true,
    },
  });
  const { id } = added.result;
  await tour.go("PUT", `/users/${id}`, { ...ada, body: { admin: false, licensedSheetCreator: false } });
  const addresses = await tour.go("POST", `/users/${id}/alternateemails`, {
    ...ada,
    body: [{ email: "new.comer@acme.test" }],
  });
  const address = addresses.data?.[0].id ?? addresses.result[0].id;
  await tour.go("GET", `/users/${id}/alternateemails`, ada);
  await tour.go("GET", `/users/${id}/alternateemails/${address}`, ada);
  await tour.go("POST", `/users/${id}/alternateemails/${address}/makeprimary`, ada);
  const others = (await tour.go("GET", `/users/${id}/alternateemails`, ada)).data;
  await tour.go("DELETE", `/users/${id}/alternateemails/${others[0].id}`, ada);
  await tour.go("POST", `/users/${id}/deactivate`, ada);
  await tour.go("POST", `/users/${id}/reactivate`, ada);
  const plan = (await tour.go("GET", `/users/${id}/plans`, ada)).data[0].planId;
  await tour.go("POST", `/users/${id}/plans/${plan}/upgrade`, { ...ada, body: { seatType: "MEMBER" } });
  await tour.go("POST", `/users/${id}/plans/${plan}/downgrade`, { ...ada, body: { seatType: "VIEWER" } });
  await tour.go("DELETE", `/users/${id}/plans/${plan}`, ada);
  const again = await tour.go("POST", "/users", {
    ...ada,
    body: { email: "gone@acme.test", admin: false, licensedSheetCreator: false },
  });
  await tour.go("DELETE", `/users/${again.result.id}`, ada);
  await tour.go("GET", "/users/1", { ...ada, expects: 404 });
  await groups(tour, me);
  await small(tour);
}

async function groups(tour: Tour, member: string): Promise<void> {
  const made = await tour.go("POST", "/groups", {
    ...ada,
    body: { name: "Tour", description: "Made by a test", members: [{ email: "vik@acme.test" }] },
  });
  const { id } = made.result;
  await tour.go("GET", "/groups");
  await tour.go("GET", `/groups/${id}`);
  await tour.go("PUT", `/groups/${id}`, { ...ada, body: { name: "Tour two" } });
  await tour.go("POST", `/groups/${id}/members`, { ...ada, body: [{ email: "dana@acme.test" }] });
  await tour.go("DELETE", `/groups/${id}/members/${member}`, ada);
  await tour.go("DELETE", `/groups/${id}`, ada);
  await tour.go("GET", `/groups/${id}`, { expects: 404 });
}

async function small(tour: Tour): Promise<void> {
  const contacts = await tour.go("GET", "/contacts");
  await tour.go("GET", `/contacts/${contacts.data[0].id}`);
  const objectId = tour.id("All column types");
  await tour.go("POST", "/favorites", { body: [{ type: "sheet", objectId: Number(objectId) }] });
  await tour.go("GET", "/favorites");
  await tour.go("GET", `/favorites/sheet/${objectId}`);
  await tour.go("DELETE", `/favorites/sheet/${objectId}`);
  await tour.go("POST", "/favorites", { body: [{ type: "sheet", objectId: Number(objectId) }] });
  await tour.go("DELETE", "/favorites/sheet", { query: { objectIds: objectId } });
}
