<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Identity;

use WP_REST_Response;

/** What a browser sends to log in, with a password or with a mailed link. */
trait UsesTheLogIn
{
    protected function log_in(string $email, string $password, ?string $redirect_to = null): WP_REST_Response
    {
        return $this->rest('POST', '/counterfoil/v1/session', ['email' => $email, 'password' => $password] + ($redirect_to === null ? [] : ['redirect_to' => $redirect_to]));
    }

    /** @param string $route invitations, password-resets or magic-links */
    protected function redeem(string $route, string $token, ?string $password): WP_REST_Response
    {
        return $this->rest('POST', "/counterfoil/v1/{$route}/redeem", ['token' => $token] + ($password === null ? [] : ['password' => $password]));
    }

    /** @return string the secret of the link that is mailed */
    protected function ask(string $route, string $redirect_to = ''): string
    {
        self::assert_status(200, $this->rest('POST', "/counterfoil/v1/{$route}", ['email' => 'jane@client.test'] + ($redirect_to === '' ? [] : ['redirect_to' => $redirect_to])));
        $this->send_mail();

        return $this->mailed_token('jane@client.test');
    }
}
