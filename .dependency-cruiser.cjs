/** The arrows of the architecture: app -> components -> lib/<noun> -> lib/policy | lib/smartsheet | db. */
/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "policy-is-pure",
      comment: "The decision core imports nothing from outside itself: facts in, decision out.",
      severity: "error",
      from: { path: "^lib/policy/", pathNot: "\\.(test|test-helper)\\.ts$" },
      to: { pathNot: "^lib/policy/" },
    },
    {
      name: "db-knows-tables-only",
      comment: "Tables know nothing of rules; turn rows into facts in lib/<noun>/facts.ts.",
      severity: "error",
      from: { path: "^db/" },
      to: { path: "^(app|components|lib)/" },
    },
    {
      name: "smartsheet-is-an-adapter",
      comment: "The port speaks of sheets; it takes types and pure helpers, no services and no tables.",
      severity: "error",
      from: { path: "^lib/smartsheet/", pathNot: "\\.test\\.ts$|/testing/" },
      to: { path: "^(app|components|db|lib/(?!smartsheet/|columnar/|policy/|result\\.ts|secret\\.ts))" },
    },
    {
      name: "components-take-no-services",
      comment: "Components take types, schemas and actions from lib; data reaches them as props.",
      severity: "error",
      from: { path: "^components/", pathNot: "\\.test\\.tsx?$" },
      to: {
        path: "^(app|db)/|^lib/(services|env|boot|log|demo-secrets)\\.ts$|^lib/[^/]+/(service|loaders|read-sheet|open-sheet|list-sheets)\\.ts$|^lib/(vault|snapshots)/|^lib/smartsheet/",
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "lib-never-looks-up",
      comment: "Imports point downward: lib does not know pages or components.",
      severity: "error",
      from: { path: "^lib/" },
      to: { path: "^(app|components)/" },
    },
    {
      name: "services-is-the-root",
      comment:
        "Only actions, routes, loaders, boot and pages take the composed services; lower parts take what they need.",
      severity: "error",
      from: {
        path: "^lib/",
        pathNot:
          "^lib/(actions/|services\\.ts|boot\\.ts)|/(loaders|actions|account|handle-auth)\\.ts$|\\.test\\.ts$",
      },
      to: { path: "^lib/services\\.ts$", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "one-module-opens-admin-tokens",
      comment:
        "I07: a connection's sealed token is opened in lib/connections/delegated-reader.ts and nowhere else.",
      severity: "error",
      from: {
        path: "^(app|components|lib)/",
        pathNot: "^lib/connections/|^lib/services\\.ts$|\\.(test|test-helper)\\.ts$",
      },
      to: { path: "^lib/connections/delegated-reader\\.ts$", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "the-app-does-not-know-the-sandbox",
      comment: "The sandbox is another program; the app meets it over HTTP only.",
      severity: "error",
      from: { path: "^(app|components|lib|db)/", pathNot: "\\.test\\.tsx?$|/testing/" },
      to: { path: "^sandbox/" },
    },
    {
      name: "no-cycles",
      comment: "No import cycles.",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(\\.next|node_modules|data)" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default"],
    },
  },
};
