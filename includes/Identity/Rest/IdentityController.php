<?php

declare(strict_types=1);

namespace Counterfoil\Identity\Rest;

use Counterfoil\Identity\AcceptInvitation;
use Counterfoil\Identity\AskByMail;
use Counterfoil\Identity\LogIn;
use Counterfoil\Identity\LogOut;
use Counterfoil\Identity\ResetPassword;
use Counterfoil\Identity\UseMagicLink;
use Counterfoil\Shared\Rest\Request;

final readonly class IdentityController
{
    public function __construct(
        private LogIn $log_in,
        private LogOut $log_out,
        private AskByMail $ask,
        private ResetPassword $reset,
        private UseMagicLink $magic,
        private AcceptInvitation $accept,
    ) {
    }

    /** @return array{redirect_to: string} */
    public function log_in(Request $request): array
    {
        return ['redirect_to' => $this->log_in->handle($request->body['email'], $request->body['password'], $request->body['redirect_to'] ?? '')];
    }

    /** @return array{redirect_to: string} */
    public function log_out(): array
    {
        return ['redirect_to' => $this->log_out->handle()];
    }

    /** @return array{done: true} */
    public function ask_reset(Request $request): array
    {
        $this->ask->reset($request->body['email']);

        return ['done' => true];
    }

    /** @return array{redirect_to: string} */
    public function reset(Request $request): array
    {
        return ['redirect_to' => $this->reset->handle($request->body['token'], $request->body['password'])];
    }

    /** @return array{done: true} */
    public function ask_link(Request $request): array
    {
        $this->ask->link($request->body['email'], $request->body['redirect_to'] ?? '');

        return ['done' => true];
    }

    /** @return array{redirect_to: string} */
    public function use_link(Request $request): array
    {
        return ['redirect_to' => $this->magic->handle($request->body['token'])];
    }

    /** @return array{redirect_to: string} */
    public function accept_invitation(Request $request): array
    {
        return ['redirect_to' => $this->accept->handle($request->body['token'], $request->body['password'])];
    }
}
