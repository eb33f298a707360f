import type { ReactNode } from 'react';

/** What it is, and below it in small letters what else there is to say. */
export function TwoLines( { children }: { readonly children: ReactNode } ) {
	return <span className="counterfoil-two-lines">{ children }</span>;
}

interface NameProps {
	readonly name: string;
	/** Nothing where there is nothing to say. */
	readonly below?: string | null | undefined;
}

/** A name as it was typed, in its own direction; whole in its tooltip where a column cuts it. */
export function NameInTwoLines( { name, below }: NameProps ) {
	return (
		<TwoLines>
			<strong dir="auto" title={ name }>
				{ name }
			</strong>
			{ below && <span dir="auto">{ below }</span> }
		</TwoLines>
	);
}
