import { z } from 'zod';
import { paperLogo } from './paper';

/**
 * A laid-out document: marks on pages, in millimetres from the top left corner. Made by
 * includes/Documents/Layout; a painter lays nothing out and breaks no line.
 */
const colour = z.string().regex( /^#[0-9a-f]{6}$/ );

const place = { x: z.number(), y: z.number() };

const area = { ...place, width: z.number(), height: z.number() };

export const instruction = z.discriminatedUnion( 'op', [
	/** Characters from left to right as they stand on paper, the first at x, on the baseline y. */
	z.strictObject( {
		op: z.literal( 'text' ),
		...place,
		text: z.string(),
		weight: z.enum( [ 'regular', 'bold' ] ),
		/** The site's font has what the plugin's own has not. */
		font: z.enum( [ 'own', 'site' ] ),
		/** Points. */
		size: z.number(),
		colour,
	} ),
	/** A horizontal line; y is its middle. */
	z.strictObject( {
		op: z.literal( 'rule' ),
		...place,
		width: z.number(),
		thickness: z.number(),
		colour,
	} ),
	z.strictObject( { op: z.literal( 'box' ), ...area, colour } ),
	/** The logo. */
	z.strictObject( { op: z.literal( 'picture' ), ...area } ),
	z.strictObject( {
		op: z.literal( 'link' ),
		...area,
		url: z.string().regex( /^https?:\/\// ),
	} ),
] );

export const drawing = z.strictObject( {
	title: z.string(),
	/** Author of the file. */
	seller: z.string(),
	language: z.string(),
	width: z.number(),
	height: z.number(),
	logo: paperLogo.nullable(),
	/** TrueType files with what this drawing needs of the site's font. */
	fonts: z.strictObject( { regular: z.base64().nullable(), bold: z.base64().nullable() } ),
	pages: z.array( z.array( instruction ) ).min( 1 ),
} );

export type Drawing = z.infer< typeof drawing >;
export type Instruction = z.infer< typeof instruction >;
export type Weight = Extract< Instruction, { op: 'text' } >[ 'weight' ];
