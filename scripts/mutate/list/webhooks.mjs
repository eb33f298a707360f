/** What a stranger could send as if it were Stripe. */
export default [
	{
		name: 'an old signature',
		file: 'includes/Gateways/Stripe/WebhookSignature.php',
		search: ' || abs($this->clock->now()->getTimestamp() - $time) > self::TOLERANCE',
		replace: '',
		suite: 'unit',
		filter: 'WebhookSignatureTest',
	},
	{
		name: 'a secret that was never set',
		file: 'includes/Gateways/Stripe/WebhookSignature.php',
		search: "if ($secret === '' || ",
		replace: 'if (',
		suite: 'unit',
		filter: 'WebhookSignatureTest',
	},
	{
		name: 'only the last of several signatures counts',
		file: 'includes/Gateways/Stripe/WebhookSignature.php',
		search: 'hash_equals($expected, $signature) || $found',
		replace: 'hash_equals($expected, $signature)',
		suite: 'unit',
		filter: 'WebhookSignatureTest',
	},
	{
		name: 'the signatures for Stripe’s own tests are taken',
		file: 'includes/Gateways/Stripe/WebhookSignature.php',
		search: "} elseif ($name === 'v1') {",
		replace: "} elseif ($name === 'v1' || $name === 'v0') {",
		suite: 'unit',
		filter: 'WebhookSignatureTest',
	},
	{
		name: 'the fake Stripe’s timer that fires too early is not set again',
		file: 'tests/stripe/webhooks.ts',
		search: 'due.forEach( ( one ) => void this.attempt( one ) );\n\t\t}\n\t\tthis.schedule();',
		replace: 'due.forEach( ( one ) => void this.attempt( one ) );\n\t\t}',
		suite: 'stripe',
		filter: 'delivery-timer.test.ts',
	},
];
