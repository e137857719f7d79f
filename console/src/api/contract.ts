// What the platform answers, as the console reads it.
import type { Bilingual } from '../i18n';

export type Permission =
  | 'situation:read' | 'cases:read' | 'cases:export' | 'people:reveal' | 'contacts:read' | 'facilities:read'
  | 'data:read' | 'data:import' | 'data:correct' | 'data:configure' | 'regions:write' | 'users:read' | 'users:write'
  | 'settings:write' | 'audit:read' | 'operation:read' | 'keys:write';

export interface Page<T> {
  items: T[];
  nextCursor: string | null;
  total?: number | null;
  totalIsEstimate?: boolean;
}

// --- session, users ---
export interface RoleGrant {
  role: string;
  region: string | null;
}
export interface Me {
  username: string;
  displayName: string;
  roles: RoleGrant[];
  permissions: Permission[];
  mustChangePassword: boolean;
}
export interface SessionAnswer {
  user: Me | null;
}
export interface OwnSession {
  id: string;
  createdAt: string;
  lastUsedAt: string;
  address: string;
  agent: string;
  current: boolean;
}
export interface User {
  username: string;
  displayName: string;
  /** A program, which signs in by key. */
  service: boolean;
  disabled: boolean;
  mustChangePassword: boolean;
  roles: RoleGrant[];
  createdAt: string;
}
/** A password that the platform made is told once. */
export interface UserWithPassword {
  user: User;
  oneTimePassword: string | null;
}
export interface Role {
  name: string;
  title: Bilingual;
  permissions: Permission[];
}
export interface ApiKey {
  id: string;
  name: string;
  username: string;
  permissions: Permission[];
  createdAt: string;
  createdBy: string;
  expiresAt: string | null;
  lastUsedAt: string | null;
}
export interface NewApiKey {
  name: string;
  username: string;
  permissions: Permission[];
  expiresAt: string | null;
}
export interface KeyToken {
  id: string;
  token: string;
}
export interface AuditEntry {
  id: number;
  at: string;
  actor: string;
  action: string;
  subject: string;
  detail: Record<string, string>;
  requestId: string | null;
}
export interface Purpose {
  code: string;
  title: Bilingual;
}
export type EpiWeekRule = 'ISO' | 'MMWR' | 'FIRST_OF_JANUARY';
export interface Settings {
  epiWeekRule: EpiWeekRule;
  homeRegion: string;
  platformName: Bilingual;
}

// --- regions ---
export type Level = 'world' | 'nation' | 'province' | 'city' | 'district';
export interface Region {
  code: string;
  name: Bilingual;
  level: Level;
  parent: string | null;
  path: string;
  population: number | null;
  hasChildren: boolean;
  hasGeometry: boolean;
  centroid: [number, number] | null;
}
export interface RegionDetail {
  region: Region;
  /** From the world down to the region itself. */
  ancestors: Region[];
}
/** How many regions got an outline, and the codes of the file that belong to none. */
export interface LoadedGeometry {
  loaded: number;
  unmatched: string[];
}
export interface RegionProperties {
  code: string;
  name: Bilingual;
  level: Level;
}
export type RegionGeometry = GeoJSON.FeatureCollection<GeoJSON.Polygon | GeoJSON.MultiPolygon, RegionProperties>;

// --- situation ---
export interface DatasetRef {
  id: number;
  title: Bilingual;
  source?: string;
}
export interface Sourced {
  asOf: string | null;
  datasets: DatasetRef[];
}
export interface Indicator {
  key: string;
  title: Bilingual;
  kinds?: string[];
  sources?: string[];
}
export interface Summary {
  firstDate: string | null;
  lastDate: string | null;
  /** Moments at which knowledge changed, newest first. */
  asOfDates: string[];
  indicators: Indicator[];
}
export interface Figure extends Sourced {
  indicator: string;
  title: Bilingual;
  measure: Measure;
  value: number | null;
  /** Against a week before: in the same unit, and as a share. */
  change: number | null;
  changePercent: number | null;
  per100k: number | null;
  /** Added up from the regions below. */
  summed?: boolean;
}
export type Measure = 'cumulative' | 'new' | 'avg7' | 'per100k' | 'incidence7' | 'growth' | 'current';
export interface Frames extends Sourced {
  dates: string[];
  codes: string[];
  values: (number | null)[][];
}
export type AnnotationKind = 'definition-change' | 'vintage' | 'reporting-break' | 'intervention';
export interface Annotation {
  date: string;
  region: string;
  kind: AnnotationKind;
  text: Bilingual;
}
export interface Series extends Sourced {
  dates: string[];
  series: { region: string; name: Bilingual; values: (number | null)[] }[];
  annotations: Annotation[];
}
export type TableCell = Partial<Record<Measure, number | null>>;
export interface TableRow {
  code: string;
  name: Bilingual;
  population: number | null;
  values: Record<string, TableCell>;
}
export interface SituationTable extends Sourced {
  date: string;
  items: TableRow[];
}
export interface EpiCurve extends Partial<Sourced> {
  classes: string[];
  buckets: { start: string; label: string; counts: number[] }[];
}

// --- cases ---
export interface CaseRow {
  id: number;
  caseNumber: string;
  source: string;
  classification: string | null;
  outcome: string | null;
  sex: string | null;
  ageYears: number | null;
  region: { code: string; name: Bilingual; path: string } | null;
  onsetDate: string | null;
  reportDate: string | null;
  /** Every field of the standard that is not personal, by name. */
  fields: Record<string, unknown>;
}
export interface CaseDetail {
  summary: CaseRow;
  hasPerson: boolean;
  flags: string[];
  timeline: { date: string; field: string }[];
  sources: { importId: number; source: string; externalId: string; row: number; version: number; recordedAt: string }[];
  history: { version: number; recordedAt: string; asOf: string; importId: number; changes: { field: string; from: string | null; to: string | null }[] }[];
}
/** A personal field as everybody who may read the case sees it. */
export interface MaskedField {
  name: string;
  kind: string;
  masked: string;
}
/** A personal field opened for a purpose. */
export interface PersonalField {
  name: string;
  kind: string;
  value: string;
}

// --- data ---
export interface Score {
  importId: number;
  scoredAt: string;
  completeness: number | null;
  validity: number | null;
  consistency: number | null;
  uniqueness: number | null;
  timeliness: number | null;
  overall: number | null;
}
export interface Dataset {
  id: number;
  title: Bilingual;
  keywords: string[];
  provider: string;
  maintainer: string;
  licence: string;
  releasedAt: string;
  updatedAt: string;
  format: string;
  standard: string;
  source: string;
}
/** A data set with its scores, one an import, oldest first. */
export interface DatasetView {
  dataset: Dataset;
  scores: Score[];
}
export type ImportState = 'queued' | 'running' | 'done' | 'failed' | 'cancelled' | 'interrupted';
export interface ImportSummary {
  id: number;
  standard: string;
  source: string;
  file: string;
  asOf: string | null;
  dryRun: boolean;
  state: ImportState;
  rows: number;
  accepted: number;
  quarantined: number;
  unchanged: number;
  warnings: number;
  startedAt: string | null;
  endedAt: string | null;
  createdAt: string;
  startedBy: string;
  job: string | null;
  /** Broken rules, most often first; empty in lists. */
  rules: RuleCount[];
  error: { code: string; message: string } | null;
}
export interface RuleCount {
  code: string;
  severity: string;
  count: number;
  text: Bilingual;
  todo: Bilingual;
}
export interface QuarantineProblem {
  field: string | null;
  column: string | null;
  rule: string;
  value: string | null;
  message: Bilingual;
  todo?: Bilingual;
  advice?: Bilingual;
}
export interface QuarantineRow {
  row: number;
  raw: Record<string, string | null>;
  problems: QuarantineProblem[];
  state: 'open' | 'corrected' | 'discarded' | 'repeated';
}
export interface Correction {
  accepted: boolean;
  problems: QuarantineProblem[];
}
export interface Job {
  id: string;
  kind: string;
  state: ImportState;
  done: number;
  total: number | null;
  unit: string;
  startedAt: string | null;
  endedAt: string | null;
  message: Bilingual | null;
  startedBy: string | null;
}
/** Where the value of a field comes from: a column of the file, or a constant. */
export interface Binding {
  field: string;
  column: string | null;
  constant: string | null;
  format: string | null;
  unit: string | null;
  codes: Record<string, string>;
  confidence: number;
  reason: Bilingual;
}
export interface Mapping {
  standard: string;
  standardVersion: number;
  bindings: Binding[];
  /** The records each row makes, where it makes more than one. */
  variants: { bindings: Binding[] }[];
  wideDateFormat: string | null;
  coordinateSystem: string;
  ignored: string[];
}
export interface ImportPreview {
  token: string;
  fileName: string;
  sizeBytes: number;
  standard: string;
  standardCandidates: { standard: string; title: Bilingual; fit: number }[];
  columns: string[];
  sample: string[][];
  mapping: Mapping;
  remembered: boolean;
}
export interface StandardCode {
  code: string;
  label: Bilingual;
}
export interface StandardField {
  name: string;
  label: Bilingual;
  description: Bilingual | null;
  type: string;
  unit: string | null;
  required: boolean;
  personal: boolean;
  codes: StandardCode[];
  aliases: string[];
  example?: string;
}
export interface StandardSummary {
  key: string;
  version: number;
  title: Bilingual;
  description: Bilingual | null;
  shape: string;
  fields: number;
}
export interface Standard {
  standard: StandardSummary;
  fields: StandardField[];
  identity: string[];
}
export interface Source {
  source: string;
  /** Keys, comma between. */
  standards: string;
  last_import?: string;
  lastImport?: string;
}
export interface PullPlan {
  url: string;
  standard: string;
  source: string;
  everyMinutes: number;
  enabled: boolean;
}
export interface Pull extends PullPlan {
  id: number;
  lastRunAt: string | null;
  lastImport: number | null;
  lastError: string | null;
}
