// Names the console gives to what the platform answers. The types themselves are generated: schema.ts, by `npm run types`.
import type { components } from './schema';

type Schemas = components['schemas'];

export type Permission = Schemas['Permission'];
export interface Page<T> extends Omit<Schemas['PageCaseSummary'], 'items'> {
  items: T[];
}

// --- session, users ---
export type RoleGrant = Schemas['Grant'];
export type Me = Schemas['UserView'];
export type SessionAnswer = Schemas['SessionView'];
export type OwnSession = Schemas['SessionInfo'];
export type User = Schemas['Account'];
export type UserWithPassword = Schemas['UserWithPassword'];
export type Role = Schemas['Role'];
export type ApiKey = Schemas['KeyView'];
export type NewApiKey = Schemas['NewKey'];
export type KeyToken = Schemas['KeyToken'];
export type AuditEntry = Schemas['Entry'];
export type Purpose = Schemas['Purpose'];
export type EpiWeekRule = Schemas['EpiWeekRule'];
export type Settings = Schemas['PlatformSettings'];

// --- regions ---
export type Region = Schemas['RegionView'];
export type RegionDetail = Schemas['RegionDetail'];
export type LoadedGeometry = Schemas['LoadedGeometry'];
/** What an outline carries; outlines are GeoJSON, which the description of the API does not spell out. */
export type RegionGeometry = GeoJSON.FeatureCollection<GeoJSON.Polygon | GeoJSON.MultiPolygon, Pick<Region, 'code' | 'name' | 'level'>>;

// --- situation ---
export type Measure = Schemas['Measure'];
export type Summary = Schemas['Summary'];
export type Figure = Schemas['Figure'];
export type Frames = Schemas['Frames'];
export type Annotation = Schemas['Annotation'];
export type Series = Schemas['SeriesAnswer'];
export type TableRow = Schemas['TableRow'];
export type SituationTable = Schemas['Table'];
export type EpiCurve = Schemas['EpiCurve'];
/** What every answer of the situation says of itself. */
export type Sourced = Pick<Figure, 'asOf' | 'datasets'>;

// --- forecasts ---
export type ForecastItem = Schemas['ForecastItem'];
export type ForecastList = Schemas['ForecastList'];
export type ForecastView = Schemas['ForecastView'];
export type ForecastScores = Schemas['ForecastScores'];
export type ForecastSchedule = Schemas['ForecastSchedule'];
export type ForecastWish = Partial<Schemas['ForecastWish']>;
export type HubImport = Schemas['HubImport'];

// --- reproduction ---
export type RtCurve = Schemas['RtCurve'];
export type RtDay = Schemas['RtDay'];
export type RtRegions = Schemas['RtRegions'];
export type RtStanding = Schemas['RtStanding'];
export type RtVerdict = Schemas['RtVerdict'];
export type Diseases = Schemas['Diseases'];

// --- cases ---
export type CaseRow = Schemas['CaseSummary'];
export type CaseDetail = Schemas['CaseDetail'];
export type MaskedField = Schemas['MaskedField'];
export type PersonalField = Schemas['PersonalField'];

// --- data ---
export type Score = Schemas['Score'];
export type Dataset = Schemas['Dataset'];
export type DatasetView = Schemas['DatasetView'];
export type ImportSummary = Schemas['ImportView'];
export type RuleCount = Schemas['RuleView'];
export type QuarantineRow = Schemas['RowView'];
export type Correction = Schemas['Correction'];
export type Job = Schemas['Job'];
export type Binding = Schemas['Binding'];
export type Mapping = Schemas['Mapping'];
export type ImportPreview = Schemas['Preview'];
export type StandardField = Schemas['FieldSpec'];
export type StandardSummary = Schemas['StandardSummary'];
export type Standard = Schemas['StandardDetail'];
export type Source = Schemas['Source'];
export type PullPlan = Schemas['PullPlan'];
export type Pull = Schemas['Pull'];

// --- alarms ---
export type Alarm = Schemas['Alarm'];
export type AlarmState = Schemas['AlarmState'];
export type AlarmSeverity = Schemas['AlarmSeverity'];
export type AlarmAction = Schemas['AlarmAction'];
export type AlarmStep = Schemas['AlarmStep'];
export type AlarmOverview = Schemas['AlarmOverview'];
export type AlarmSeries = Schemas['AlarmChart'];
export type AlarmOpinion = Schemas['AlarmOpinion'];
export type AlarmRule = Schemas['AlarmRule'];
export type AlarmRuleDefinition = Schemas['AlarmRuleDefinition'];
export type AlarmCost = Schemas['AlarmCostAnswer'];
export type Colleague = Schemas['Colleague'];
