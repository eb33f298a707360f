import { __, sprintf } from '@wordpress/i18n';
import { Combobox } from '../../shared/combobox';
import { Field } from '../../shared/form/field';
import type { Chip } from '../../shared/list/filters';
import { SelectField } from '../../shared/form/select-field';
import { useRead } from '../../shared/store';
import { useFoundClients } from './use-found-clients';

type Change = ( changes: Record< string, string > ) => void;

/** Whose affairs a list is narrowed to. */
export function ClientFilter( { id, onChange }: { readonly id: number | undefined; readonly onChange: Change } ) {
	const found = useFoundClients();
	const name = useClientName( id );
	return (
		<Field label={ __( 'Client', 'counterfoil' ) }>
			<Combobox
				value={ name }
				placeholder={ __( 'All clients', 'counterfoil' ) }
				options={ found.options }
				problem={ found.problem }
				onSearch={ found.onSearch }
				onChoose={ ( option ) => onChange( { client_id: option.id, website_id: '' } ) }
			/>
		</Field>
	);
}

/** Which of the client's websites; nothing where it has none. */
export function WebsiteFilter( {
	clientId,
	id,
	onChange,
}: {
	readonly clientId: number;
	readonly id: number | undefined;
	readonly onChange: Change;
} ) {
	const { data } = useRead( 'clients.get', { params: { id: clientId } } );
	if ( ! data || data.websites.length === 0 ) {
		return null;
	}
	return (
		<SelectField
			label={ __( 'Website', 'counterfoil' ) }
			value={ String( id ?? '' ) }
			options={ [
				{ code: '', name: __( 'All websites', 'counterfoil' ) },
				...data.websites.map( ( website ) => ( { code: String( website.id ), name: website.name } ) ),
			] }
			onChange={ ( website ) => onChange( { website_id: website } ) }
		/>
	);
}

/** Names what is chosen, and clears it. */
export function useClientChips(
	clientId: number | undefined,
	websiteId: number | undefined,
	onChange: Change
): Chip[] {
	const { data } = useRead( 'clients.get', { params: { id: clientId ?? 0 } }, clientId !== undefined );
	if ( clientId === undefined ) {
		return [];
	}
	const website = data?.websites.find( ( { id } ) => id === websiteId );
	return [
		{
			/* translators: %s: name of a client */
			label: sprintf( __( 'Client: %s', 'counterfoil' ), data?.name ?? '…' ),
			onClear: () => onChange( { client_id: '', website_id: '' } ),
		},
		...( website
			? [
					{
						/* translators: %s: name of a website */
						label: sprintf( __( 'Website: %s', 'counterfoil' ), website.name ),
						onClear: () => onChange( { website_id: '' } ),
					},
				]
			: [] ),
	];
}

function useClientName( id: number | undefined ): string {
	const { data } = useRead( 'clients.get', { params: { id: id ?? 0 } }, id !== undefined );
	return id === undefined ? '' : ( data?.name ?? '' );
}
