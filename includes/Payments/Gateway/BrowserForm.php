<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Gateway;

use SensitiveParameter;

/** Where a payer types in how to pay: a script module of the gateway, and what it is given. */
final readonly class BrowserForm
{
    /**
     * @param string $script address of a module of ours that exports `open` (see blocks/shared/gateway.ts)
     * @param array<string, string> $params as that script understands them; never stored, never logged
     */
    public function __construct(public string $script, #[SensitiveParameter] public array $params)
    {
    }
}
