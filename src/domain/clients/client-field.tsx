import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { AddClient } from './add-client';
import { useFoundClients } from './use-found-clients';
import { boot } from '../../shared/boot';
import { Combobox, type ComboboxOption } from '../../shared/combobox';
import { Field } from '../../shared/form/field';

interface Props {
	/** Whose name is in it; empty while nobody is chosen. */
	readonly name: string;
	readonly help?: string | undefined;
	readonly error: string | undefined;
	readonly isFirst: boolean;
	readonly onChoose: ( id: number, name: string ) => void;
}

/** Who is billed: found by organisation or contact, or made on the spot. */
export function ClientField( { name, help, error, isFirst, onChoose }: Props ) {
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
			<Field label={ __( 'Client', 'counterfoil' ) } help={ help } error={ error }>
				<Combobox
					value={ name }
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
