import { z } from 'zod';
import { address, colour, currency, emailAddress, id, image, line, locale, optionalLine, webAddress } from './common';
import { operation } from './operation';

/** The seller. Logo and colour belong to the portal's brand and are shown with it. */
const businessFields = {
	name: line(),
	email: emailAddress,
	phone: optionalLine( 40 ),
	website: z.union( [ webAddress, z.literal( '' ) ] ),
	address,
	tax_id: optionalLine( 40 ),
	/** IANA name, "Europe/Warsaw" */
	timezone: line( 60 ),
	currency,
	locale,
	colour,
};
export const businessInput = z.strictObject( { ...businessFields, logo_id: id.nullable() } );
export type BusinessInput = z.infer< typeof businessInput >;
export const business = z
	.strictObject( {
		...businessFields,
		logo: image.nullable(),
		/** Text on the colour: the one of black and white with the better contrast. */
		text_on_colour: colour,
		/** Contrast of that text, "5.9"; below 4.5 the screen warns. */
		contrast: z.string(),
	} )
	.meta( { id: 'Business' } );
export type Business = z.infer< typeof business >;

export const businessOperations = [
	operation( {
		id: 'business.get',
		method: 'GET',
		path: '/settings/business',
		summary: 'Get the business profile',
		needs: 'staff:view',
		response: business,
	} ),
	operation( {
		id: 'business.update',
		method: 'PUT',
		path: '/settings/business',
		summary: 'Update the business profile; issued invoices don’t change',
		needs: 'staff:settings',
		body: businessInput,
		response: business,
	} ),
] as const;
