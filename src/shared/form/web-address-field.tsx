import { TextField } from './text-field';
import { tidyWebAddress } from '../web-address';

interface Props {
	readonly label: string;
	readonly error?: string | undefined;
	readonly value: string;
	readonly onChange: ( address: string ) => void;
}

/** A web address; "https://" is added for who leaves it out. */
export function WebAddressField( { value, onChange, ...rest }: Props ) {
	const tidy = () => {
		const tidied = tidyWebAddress( value );
		if ( tidied !== value ) {
			onChange( tidied );
		}
	};
	return (
		<TextField
			{ ...rest }
			type="url"
			inputMode="url"
			autoComplete="off"
			placeholder="https://example.com"
			value={ value }
			onChange={ onChange }
			onBlur={ tidy }
			onKeyDown={ ( event ) => event.key === 'Enter' && tidy() }
		/>
	);
}
