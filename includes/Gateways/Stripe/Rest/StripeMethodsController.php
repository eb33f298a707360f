<?php

declare(strict_types=1);

namespace Counterfoil\Gateways\Stripe\Rest;

use Counterfoil\Gateways\Stripe\OfferedMethods;
use Counterfoil\Shared\Rest\Request;

final readonly class StripeMethodsController
{
    public function __construct(private OfferedMethods $methods)
    {
    }

    /** @return array<string, mixed> */
    public function list(): array
    {
        return $this->methods->list();
    }

    /** @return array<string, mixed> */
    public function choose(Request $request): array
    {
        $this->methods->choose($request->body['off'], $request->body['announces_debits'], $request->viewer->actor);

        return $this->methods->list();
    }
}
