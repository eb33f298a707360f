import type { ReactNode } from 'react';

interface Props {
	readonly label: string;
	readonly children: ReactNode;
}

/** A line of a list of facts: "Issue date", "March 31, 2026". */
export function Fact( { label, children }: Props ) {
	return (
		<div>
			<dt>{ label }</dt>
			<dd dir="auto">{ children }</dd>
		</div>
	);
}
