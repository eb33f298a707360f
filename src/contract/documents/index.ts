export { type Drawing, drawing, type Instruction, type Weight } from './drawing';
export { documentOperations, type PdfFont, pdfFont, type PdfFontInput, pdfFontInput } from './font';
export { type Paper, type PaperLine, paper } from './paper';
