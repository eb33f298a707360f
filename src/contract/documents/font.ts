import { z } from 'zod';
import { operation } from '../operation';

/** A file on the server; empty for none. */
const font = z.string().max( 500 );

export const pdfFontInput = z.strictObject( { font } ).meta( { id: 'PdfFontSettings' } );
export type PdfFontInput = z.infer< typeof pdfFontInput >;

export const pdfFont = pdfFontInput
	.extend( {
		/** What can be chosen. */
		fonts: z.array(
			z.strictObject( {
				file: z.string(),
				/** "Noto Sans CJK JP" */
				name: z.string(),
				/** What it adds, "Chinese, Japanese, Korean". */
				scripts: z.string(),
				bytes: z.int(),
			} )
		),
	} )
	.meta( { id: 'StoredPdfFontSettings' } );
export type PdfFont = z.infer< typeof pdfFont >;

/** The font that PDFs take for what the plugin's own has not. */
export const fontOperations = [
	operation( {
		id: 'pdf-font.get',
		method: 'GET',
		path: '/settings/pdf-font',
		summary: 'Get the font for other scripts in PDFs, and those of this server that can be chosen',
		needs: 'staff:settings',
		response: pdfFont,
	} ),
	operation( {
		id: 'pdf-font.update',
		method: 'PUT',
		path: '/settings/pdf-font',
		summary: 'Choose the font for other scripts in PDFs',
		needs: 'staff:settings',
		body: pdfFontInput,
		response: pdfFont,
	} ),
] as const;
