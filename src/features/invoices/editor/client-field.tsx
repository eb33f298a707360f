import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { Client } from '../../../contract/clients';
import { AddClient } from '../../../domain/clients/add-client';
import { useFoundClients } from '../../../domain/clients/use-found-clients';
import { boot } from '../../../shared/boot';
import { Combobox, type ComboboxOption } from '../../../shared/combobox';
import { Field } from '../../../shared/form/field';

interface Props {
	readonly id: number | null;
	/** Once it was read. */
	readonly client: Client | undefined;
	/** Of the client, where it is known before the rest. */
	readonly name: string;
	readonly currency: string;
	readonly error: string | undefined;
	readonly isFirst: boolean;
	readonly onChoose: ( id: number, name: string ) => void;
}

/** Who is billed: found by organisation or contact, or made on the spot. */
export function ClientField( { id, client, name, currency, error, isFirst, onChoose }: Props ) {
	const found = useFoundClients();
	const { typed } = found;
	const [ newName, setNewName ] = useState< string | null >( null );

	const extra = ( text: string ): ComboboxOption => ( {
		id: 'new',
		label: text.trim()
			? sprintf(
					/* translators: %s: name of a client that is to be made */
					__( 'Create client “%s”…', 'counterfoil' ),
					text.trim()
				)
			: __( 'Create client…', 'counterfoil' ),
	} );
	return (
		<>
			<Field label={ __( 'Client', 'counterfoil' ) } help={ helpFor( id, client, currency ) } error={ error }>
				<Combobox
					value={ client?.name ?? name }
					placeholder={ __( 'Find a client', 'counterfoil' ) }
					options={ found.options }
					problem={ found.problem }
					isFirst={ isFirst }
					{ ...( boot().can.manageClients ? { extra } : {} ) }
					onSearch={ found.onSearch }
					onChoose={ ( option ) =>
						option.id === 'new' ? setNewName( typed.trim() ) : onChoose( Number( option.id ), option.label )
					}
				/>
			</Field>
			{ newName !== null && (
				<AddClient
					name={ newName }
					invites={ false }
					onMade={ ( made ) => {
						setNewName( null );
						onChoose( made.id, made.name );
					} }
					onClose={ () => setNewName( null ) }
				/>
			) }
		</>
	);
}

/** Where the invoice will go, or what is unusual about it. */
function helpFor( id: number | null, client: Client | undefined, currency: string ): string | undefined {
	if ( id === null || client?.id !== id ) {
		return undefined;
	}
	if ( client.currency !== currency ) {
		return sprintf(
			/* translators: 1: name of a client, 2: currency code, 3: currency code of this invoice */
			__( '%1$s is usually billed in %2$s; this invoice is in %3$s.', 'counterfoil' ),
			client.name,
			client.currency,
			currency
		);
	}
	const [ contact ] = client.contacts;
	return contact ? `${ contact.name } · ${ contact.email }` : client.email;
}
