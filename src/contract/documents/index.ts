import { designOperations } from './design';
import { fontOperations } from './font';
import { numberingOperations } from './numbering';

export { type Design, design, type PaperField, type StoredDesign } from './design';
export { type Drawing, drawing, type Instruction, type Weight } from './drawing';
export { type PdfFont, pdfFont, type PdfFontInput, pdfFontInput } from './font';
export {
	type DocumentKind,
	type Numbering,
	type NumberingInput,
	numberingInput,
	type Series,
	type SeriesInput,
	type SeriesReport,
} from './numbering';
export { type Paper, type PaperLine, paper } from './paper';

/** Documents: how they are numbered and drawn. */
export const documentOperations = [ ...designOperations, ...fontOperations, ...numberingOperations ] as const;
