import { route } from "../route";
import { getFolderChildren, getWorkspaceChildren } from "./children";
import { copyFolder, copyWorkspace } from "./copy";
import {
  createFolderInFolder,
  createFolderInWorkspace,
  createHomeFolder,
  deleteFolder,
  getFolderMetadata,
  updateFolder,
} from "./folders";
import { getHome, getPersonalFolder, listHomeFolders } from "./home";
import { moveFolder } from "./move";
import { getPath } from "./path";
import { getShare, listShares } from "./shares/read";
import { createShares, deleteShare, updateShare } from "./shares/write";
import {
  createWorkspace,
  deleteWorkspace,
  getWorkspaceMetadata,
  listWorkspaces,
  updateWorkspace,
} from "./workspaces";

const READ = "READ_SHEETS";
const ADMIN = "ADMIN_WORKSPACES";
const workspace = "/workspaces/{workspaceId}";
const folder = "/folders/{folderId}";
/** Newer than the published API description. */
const isNew = { inSpec: false };

export const treeRoutes = [
  route("GET", "/workspaces", READ, listWorkspaces, { sdk: "workspaces.listWorkspaces" }),
  route("POST", "/workspaces", ADMIN, createWorkspace, { sdk: "workspaces.createWorkspace" }),
  route("PUT", workspace, ADMIN, updateWorkspace, { sdk: "workspaces.updateWorkspace" }),
  route("DELETE", workspace, ADMIN, deleteWorkspace, { sdk: "workspaces.deleteWorkspace" }),
  route("GET", `${workspace}/metadata`, READ, getWorkspaceMetadata, {
    sdk: "workspaces.getWorkspaceMetadata",
    ...isNew,
  }),
  route("GET", `${workspace}/children`, READ, getWorkspaceChildren, {
    sdk: "workspaces.getWorkspaceChildren",
    ...isNew,
  }),
  route("POST", `${workspace}/copy`, ADMIN, copyWorkspace, { sdk: "workspaces.copyWorkspace" }),
  route("POST", `${workspace}/folders`, ADMIN, createFolderInWorkspace, { sdk: "workspaces.createFolder" }),

  route("GET", "/folders/personal", READ, getPersonalFolder),
  route("PUT", folder, ADMIN, updateFolder, { sdk: "folders.updateFolder" }),
  route("DELETE", folder, ADMIN, deleteFolder, { sdk: "folders.deleteFolder" }),
  route("GET", `${folder}/metadata`, READ, getFolderMetadata, { sdk: "folders.getFolderMetadata", ...isNew }),
  route("GET", `${folder}/children`, READ, getFolderChildren, { sdk: "folders.getFolderChildren", ...isNew }),
  route("GET", `${folder}/path`, READ, getPath("folder"), { sdk: "folders.getFolderPath", ...isNew }),
  route("POST", `${folder}/copy`, ADMIN, copyFolder, { sdk: "folders.copyFolder" }),
  route("POST", `${folder}/move`, ADMIN, moveFolder, { sdk: "folders.moveFolder" }),
  route("POST", `${folder}/folders`, ADMIN, createFolderInFolder, { sdk: "folders.createChildFolder" }),

  route("GET", "/sheets/{sheetId}/path", READ, getPath("sheet"), { sdk: "sheets.getSheetPath", ...isNew }),
  route("GET", "/reports/{reportId}/path", READ, getPath("report"), {
    sdk: "reports.getReportPath",
    ...isNew,
  }),
  route("GET", "/sights/{sightId}/path", "READ_SIGHTS", getPath("sight"), {
    sdk: "sights.getSightPath",
    ...isNew,
  }),

  route("GET", "/home", READ, getHome, { sdk: "home.listContents", ...isNew }),
  route("GET", "/home/folders", READ, listHomeFolders, { sdk: "home.listFolders" }),
  route("POST", "/home/folders", ADMIN, createHomeFolder, { sdk: "home.createFolder" }),

  // Which scope these need depends on what kind of asset the query names.
  route("GET", "/shares", null, listShares, { sdk: "sharing.listAssetShares", ...isNew }),
  route("POST", "/shares", null, createShares, { sdk: "sharing.shareAsset", ...isNew }),
  route("GET", "/shares/{shareId}", null, getShare, { sdk: "sharing.getAssetShare", ...isNew }),
  route("PATCH", "/shares/{shareId}", null, updateShare, { sdk: "sharing.updateAssetShare", ...isNew }),
  route("DELETE", "/shares/{shareId}", null, deleteShare, { sdk: "sharing.deleteAssetShare", ...isNew }),
];
