import assert from 'node:assert/strict';
import type { Place } from './place';
import type { Walked } from './walk';

/** The last statement of a save: what happened, which comes after all rows. */
const LAST = '/INSERT (?:IGNORE )?INTO \\S*counterfoil_events/';

/** After a save that failed at its end nothing of it is in force: not in settings, not on the next paper. */
export async function failedSave( place: Place, { customer }: Walked ): Promise< void > {
	const { agency, staff } = place;
	place.moveIn( 'breaking-database.php' );
	const { logo, text_on_colour, contrast, ...before } = await agency.call( 'business.get' );
	const seller = async () => {
		const { document } = await agency.draft( customer.client );
		return JSON.stringify( document );
	};
	await assert.rejects(
		staff.rest( {
			method: 'PUT',
			path: '/counterfoil/v1/settings/business',
			headers: { 'X-Neighbour-Breaks': LAST },
			data: { ...before, name: 'Somebody Else Ltd', logo_id: logo?.id ?? null },
		} ),
		/: 500 .*Nothing was changed/s
	);
	assert.equal( ( await agency.call( 'business.get' ) ).name, before.name );
	const paper = await seller();
	assert.ok( paper.includes( before.name ) && ! paper.includes( 'Somebody Else Ltd' ), paper.slice( 0, 300 ) );
	await assert.rejects(
		staff.rest( {
			method: 'PUT',
			path: `/counterfoil/v1/clients/${ customer.client.id }`,
			headers: { 'X-Neighbour-Breaks': LAST },
			data: { ...detailsOf( customer.client ), name: 'Renamed Client' },
		} ),
		/: 500 /
	);
	assert.equal( ( await agency.call( 'clients.get', { id: customer.client.id } ) ).name, customer.client.name );
}

const detailsOf = ( { name, email, phone, address, tax_id, currency, locale }: Walked[ 'customer' ][ 'client' ] ) => ( {
	name,
	email,
	phone,
	address,
	tax_id,
	currency,
	locale,
} );
