import type { SelectHTMLAttributes } from 'react';
import { Field } from './field';
import type { Named } from './names';

interface Props extends Omit< SelectHTMLAttributes< HTMLSelectElement >, 'onChange' | 'value' | 'id' | 'children' > {
	readonly label: string;
	readonly help?: string | undefined;
	readonly error?: string | undefined;
	/** The code of what is chosen. */
	readonly value: string;
	readonly options: readonly Named[];
	/** What choosing none is called, as the first option; its value is empty. */
	readonly none?: string | undefined;
	readonly onChange: ( value: string ) => void;
}

/** One of a list, with its label. */
export function SelectField( { label, help, error, value, options, none, onChange, ...rest }: Props ) {
	return (
		<Field label={ label } help={ help } error={ error }>
			<select { ...rest } value={ value } onChange={ ( event ) => onChange( event.target.value ) }>
				{ none !== undefined && <option value="">{ none }</option> }
				{ options.map( ( { code, name } ) => (
					<option key={ code } value={ code }>
						{ name }
					</option>
				) ) }
			</select>
		</Field>
	);
}
