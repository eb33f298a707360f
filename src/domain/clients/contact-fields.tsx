import { __ } from '@wordpress/i18n';
import { SelectField } from '../../shared/select-field';
import { useRead } from '../../shared/store';
import { TextField } from '../../shared/text-field';

export interface ContactValues {
	name: string;
	email: string;
	role_id?: number | undefined;
}

interface Props {
	readonly values: ContactValues;
	readonly errorOf: ( name: keyof ContactValues ) => string | undefined;
	readonly onChange: ( changes: Partial< ContactValues > ) => void;
	/** Who logs in with the address changes it themselves. */
	readonly isEmailFixed?: boolean;
}

/** A person of a client: name, e-mail, and what they may do in the portal. */
export function ContactFields( { values, errorOf, onChange, isEmailFixed = false }: Props ) {
	const roles = useRead( 'roles.list', {} ).data?.items ?? [];
	return (
		<>
			<div className="counterfoil-form__row">
				<TextField
					label={ __( 'Contact’s name', 'counterfoil' ) }
					autoComplete="off"
					value={ values.name }
					error={ errorOf( 'name' ) }
					onChange={ ( name ) => onChange( { name } ) }
				/>
				<TextField
					label={ __( 'Contact’s e-mail', 'counterfoil' ) }
					help={
						isEmailFixed
							? __( 'They log in with it, and change it themselves in the portal.', 'counterfoil' )
							: ''
					}
					type="email"
					autoComplete="off"
					readOnly={ isEmailFixed }
					value={ values.email }
					error={ errorOf( 'email' ) }
					onChange={ ( email ) => onChange( { email } ) }
				/>
			</div>
			<SelectField
				label={ __( 'Role', 'counterfoil' ) }
				value={ String( values.role_id ?? roles[ 0 ]?.id ?? '' ) }
				options={ roles.map( ( { id, name } ) => ( { code: String( id ), name } ) ) }
				error={ errorOf( 'role_id' ) }
				onChange={ ( id ) => onChange( { role_id: Number( id ) } ) }
			/>
		</>
	);
}
