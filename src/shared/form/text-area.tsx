import { TextareaControl } from '@wordpress/components';
import { saying } from './saying';

interface Props {
	readonly label: string;
	readonly help?: string | undefined;
	readonly error?: string | undefined;
	readonly rows?: number;
	readonly maxLength?: number;
	readonly value: string;
	readonly onChange: ( value: string ) => void;
}

/** WordPress' field of several lines, with an error. */
export function TextArea( { label, help, error, ...rest }: Props ) {
	const { __next40pxDefaultSize: _size, ...said } = saying( help, error );
	return <TextareaControl dir="auto" { ...rest } { ...said } label={ label } />;
}
