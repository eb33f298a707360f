import type { ReactNode } from 'react';
import { Loading } from './loading';
import { Problem } from './problem';
import type { Read } from './store';

interface Props< T > {
	readonly read: Read< T >;
	readonly children: ( data: T ) => ReactNode;
}

/** What was read; until it is there, that it is on its way, or why it is not. */
export function Loaded< T >( { read: { data, error, reload }, children }: Props< T > ) {
	if ( data === undefined ) {
		return error ? <Problem error={ error } onRetry={ reload } /> : <Loading />;
	}
	return <>{ children( data ) }</>;
}
