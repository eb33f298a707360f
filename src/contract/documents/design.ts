import { z } from 'zod';
import { formed, text } from '../common';
import { operation } from '../operation';
import { drawing } from './drawing';
import { paper } from './paper';

/** What may be left out of a document. All else is always there. */
export const paperField = z.enum( [
	'logo',
	'email',
	'phone',
	'web',
	'tax_ids',
	'registration_number',
	'client_email',
	'client_tax_ids',
	'due_date',
	'supply',
	'reference',
	'purchase_order',
	'website',
	'message',
	'pay_link',
	'bank_details',
] );
export type PaperField = z.infer< typeof paperField >;

export const design = z
	.strictObject( {
		/** Empty for the brand's own color. */
		accent: formed( 'colour', /^(#[0-9a-fA-F]{6})?$/ ),
		page: z.enum( [ 'a4', 'letter' ] ),
		/** What documents show; numbers by which tax offices know both are always shown where the reverse charge applies. */
		fields: z.array( paperField ).max( 30 ),
		footer: text( 1000 ),
	} )
	.meta( { id: 'DesignSettings' } );
export type Design = z.infer< typeof design >;

export const storedDesign = design
	.extend( {
		/** The brand's color, which counts where `accent` is empty. */
		brand: z.string(),
	} )
	.meta( { id: 'StoredDesignSettings' } );
export type StoredDesign = z.infer< typeof storedDesign >;

/** A design that is being tried, and the language of the client it is tried for; empty for the business's own. */
const trial = z.strictObject( { design, locale: z.string().regex( /^([a-z]{2,3}(_[A-Z]{2})?)?$/ ) } );

export const designOperations = [
	operation( {
		id: 'design.get',
		method: 'GET',
		path: '/settings/design',
		summary: 'Get how new documents look: fields, color, page size and footer',
		needs: 'staff:settings',
		response: storedDesign,
	} ),
	operation( {
		id: 'design.update',
		method: 'PUT',
		path: '/settings/design',
		summary: 'Update how new documents look; issued documents don’t change',
		needs: 'staff:settings',
		body: design,
		response: storedDesign,
	} ),
	operation( {
		id: 'design.preview',
		method: 'POST',
		path: '/settings/design/preview',
		summary: 'Preview a sample invoice in a design, without saving anything',
		needs: 'staff:settings',
		safe: true,
		body: trial,
		response: z.strictObject( { document: paper } ),
	} ),
	operation( {
		id: 'design.draw',
		method: 'POST',
		path: '/settings/design/draw',
		summary: 'Lay out a sample invoice in a design as a PDF, to be painted in the browser',
		needs: 'staff:settings',
		safe: true,
		body: trial,
		response: drawing,
	} ),
] as const;
