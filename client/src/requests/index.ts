export { attachments } from './attachments'
export type {
    AttachmentMetadata,
    Attachments,
    Download,
    RecordAddress,
    TransferOptions,
    TransferProgress,
    Upload,
} from './attachments'
export { batch } from './batch'
export type { BatchFailure, BatchOptions, BatchRequest, BatchResult, BatchSuccess } from './batch'
export { pages, records } from './pages'
export type { Page, PagesOptions } from './pages'
export { script, where } from './query'
export type {
    EmptyOperator,
    Field,
    ListOperator,
    Operands,
    Query,
    QueryScript,
    QueryValue,
    RangeOperator,
    ValueOperator,
} from './query'
export type { Connection } from './sender-of'
export { tableEndpoint } from './table-endpoint'
export type { TableOptions } from './table-endpoint'
