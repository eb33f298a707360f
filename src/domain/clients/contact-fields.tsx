import { __ } from '@wordpress/i18n';
import type { FormPart } from '../../shared/form/part';
import { SelectField } from '../../shared/form/select-field';
import { useRead } from '../../shared/store';
import { TextField } from '../../shared/form/text-field';

export interface ContactValues {
	name: string;
	email: string;
	role_id?: number | undefined;
}

interface Props {
	readonly contact: FormPart< ContactValues >;
	/** They log in with it, and whoever looks may not change accounts. */
	readonly isEmailFixed?: boolean;
}

/** A person of a client: name, e-mail, and what they may do in the portal. */
export function ContactFields( { contact, isEmailFixed = false }: Props ) {
	const roles = useRead( 'roles.list', {} ).data?.items ?? [];
	return (
		<>
			<div className="counterfoil-form__row">
				<TextField
					label={ __( 'Contact name', 'counterfoil' ) }
					autoComplete="off"
					{ ...contact.field( 'name' ) }
				/>
				<TextField
					label={ __( 'Contact email', 'counterfoil' ) }
					help={
						isEmailFixed
							? __( 'They log in with this address and can change it in the portal.', 'counterfoil' )
							: ''
					}
					type="email"
					autoComplete="off"
					readOnly={ isEmailFixed }
					{ ...contact.field( 'email' ) }
				/>
			</div>
			<SelectField
				label={ __( 'Role', 'counterfoil' ) }
				value={ String( contact.values.role_id ?? roles[ 0 ]?.id ?? '' ) }
				options={ roles.map( ( { id, name } ) => ( { code: String( id ), name } ) ) }
				error={ contact.errorOf( 'role_id' ) }
				onChange={ ( id ) => contact.set( { role_id: Number( id ) } ) }
			/>
		</>
	);
}
