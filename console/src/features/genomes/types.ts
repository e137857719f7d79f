import type { components } from '../../api/schema';

type Schemas = components['schemas'];

export type TreeAnswer = Schemas['TreeView'];
export type TreeSummary = Schemas['TreeSummary'];
export type Reference = Schemas['ReferenceView'];
export type GenomeSummary = Schemas['GenomeSummary'];
export type GenomeDetail = Schemas['GenomeDetail'];
export type Finding = Schemas['GenomeFinding'];
export type Course = Schemas['MutationCourse'];
export type Site = Schemas['WatchedSite'];
export type Sighting = Schemas['SiteSighting'];
export type Upload = Schemas['UploadView'];
export type UploadProblem = Schemas['GenomeProblemView'];
export type GenomePlace = Schemas['GenomePlace'];
export type Structure = Schemas['GenomeStructure'];
