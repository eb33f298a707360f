export { type Drawing, drawing, type Instruction, type Weight } from './drawing';
export { type Paper, type PaperLine, paper } from './paper';
