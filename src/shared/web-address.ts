/** "example.com" as people type it becomes "https://example.com"; anything with a scheme stays as it is. */
export function tidyWebAddress( typed: string ): string {
	const address = typed.trim();
	return address === '' || /^[a-z][a-z0-9+.-]*:/i.test( address ) || ! /^[^\s/]+\.[^\s/]+/.test( address )
		? address
		: `https://${ address }`;
}
