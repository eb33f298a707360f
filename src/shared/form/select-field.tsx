import { SelectControl } from '@wordpress/components';
import type { Named } from '../names';
import { saying } from './saying';

interface Props< Code extends string > {
	readonly label: string;
	readonly help?: string | undefined;
	readonly error?: string | undefined;
	/** The code of what is chosen. */
	readonly value: Code;
	readonly options: ReadonlyArray< Named & { readonly code: Code } >;
	/** What choosing none is called, as the first option; its value is empty. */
	readonly none?: string | undefined;
	readonly disabled?: boolean;
	readonly onChange: ( value: Code ) => void;
}

/** WordPress' list to choose one of, with an error. */
export function SelectField< Code extends string >( props: Props< Code > ) {
	const { label, help, error, value, options, none, disabled = false, onChange } = props;
	return (
		<SelectControl
			{ ...saying( help, error ) }
			label={ label }
			value={ value }
			disabled={ disabled }
			options={ [
				...( none === undefined ? [] : [ { value: '', label: none } ] ),
				...options.map( ( { code, name } ) => ( { value: code, label: name } ) ),
			] }
			onChange={ ( chosen ) => onChange( chosen as Code ) }
		/>
	);
}
