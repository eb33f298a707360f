<?php

declare(strict_types=1);

namespace Counterfoil\Identity\Rest;

use Counterfoil\Identity\WaysIn;
use Counterfoil\Shared\Rest\Request;

final readonly class IdentityController
{
    public function __construct(private WaysIn $ways)
    {
    }

    /** @return array{redirect_to: string} */
    public function log_in(Request $request): array
    {
        return ['redirect_to' => $this->ways->log_in->handle($request->body['email'], $request->body['password'], $request->body['redirect_to'] ?? '')];
    }

    /** @return array{redirect_to: string} */
    public function log_out(): array
    {
        return ['redirect_to' => $this->ways->log_out->handle()];
    }

    /** @return array{done: true} */
    public function ask_reset(Request $request): array
    {
        $this->ways->ask->reset($request->body['email']);

        return ['done' => true];
    }

    /** @return array{redirect_to: string} */
    public function reset(Request $request): array
    {
        return ['redirect_to' => $this->ways->reset->handle($request->body['token'], $request->body['password'])];
    }

    /** @return array{done: true} */
    public function ask_link(Request $request): array
    {
        $this->ways->ask->link($request->body['email'], $request->body['redirect_to'] ?? '');

        return ['done' => true];
    }

    /** @return array{redirect_to: string} */
    public function use_link(Request $request): array
    {
        return ['redirect_to' => $this->ways->magic->handle($request->body['token'])];
    }

    /** @return array{redirect_to: string} */
    public function accept_invitation(Request $request): array
    {
        return ['redirect_to' => $this->ways->accept->handle($request->body['token'], $request->body['password'])];
    }
}
