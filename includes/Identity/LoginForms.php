<?php

declare(strict_types=1);

namespace Counterfoil\Identity;

use Counterfoil\Portals\Portal;
use Counterfoil\Portals\PortalUrls;
use Counterfoil\Shared\DomainError;
use SensitiveParameter;

/** The forms of the log-in page as a browser without JavaScript posts them: the same use cases as by REST. */
final readonly class LoginForms
{
    public function __construct(
        private WaysIn $ways,
        private PortalUrls $urls,
        private PortalSession $session,
    ) {
    }

    /**
     * @param array<string, string> $fields counterfoil_form, and email, password, token, redirect_to, client as the form has them
     * @return string where to go
     * @throws DomainError
     */
    public function submit(Portal $portal, #[SensitiveParameter] array $fields): string
    {
        Visitor::must_come_from_this_site();
        $password = $this->checked($fields['password'] ?? '', 200);
        $token = preg_match('/^[A-Za-z0-9_-]{20,100}$/', $fields['token'] ?? '') === 1 ? $fields['token'] : '';
        $redirect_to = $this->checked($fields['redirect_to'] ?? '', 2000);
        switch ($fields['counterfoil_form'] ?? '') {
            case 'log-in':
                return $this->ways->log_in->handle($this->email($fields), $password, $redirect_to);
            case 'ask-reset':
                $this->ways->ask->reset($this->email($fields));

                return $this->urls->login($portal, ['sent' => 'reset']);
            case 'ask-link':
                $this->ways->ask->link($this->email($fields), $redirect_to);

                return $this->urls->login($portal, ['sent' => 'link']);
            case 'reset':
                return $this->ways->reset->handle($token, $password);
            case 'use-link':
                return $this->ways->magic->handle($token);
            case 'accept-invitation':
                return $this->ways->accept->handle($token, $password);
            case 'renew-invitation':
                $this->ways->renew->handle($token);

                return $this->urls->login($portal, ['sent' => 'invitation']);
            case 'change-password':
                $this->ways->password->handle($this->checked($fields['current_password'] ?? '', 200), $password);

                return $this->urls->to($portal, 'account', ['done' => 'password']);
            case 'change-email':
                $this->ways->email->ask($this->email($fields), $password);

                return $this->urls->to($portal, 'account', ['done' => 'email']);
            case 'confirm-email':
                return $this->ways->email->confirm($token) ? $this->urls->to($portal, 'account', ['done' => 'confirmed']) : $this->urls->login($portal, ['sent' => 'confirmed']);
            case 'choose-client':
                $this->session->choose(absint($fields['client'] ?? ''));

                return $this->urls->portal($portal, [PortalUrls::CLIENT => absint($fields['client'] ?? '')]);
            case 'log-out':
                return $this->ways->log_out->handle();
        }

        throw DomainError::invalid(__('This form is out of date. Please reload the page.', 'counterfoil'));
    }

    /** @param array<string, string> $fields */
    private function email(#[SensitiveParameter] array $fields): string
    {
        $email = trim($this->checked($fields['email'] ?? '', 190));

        return is_email($email) !== false ? $email : throw DomainError::invalid(__('Enter an email address, for example name@example.com.', 'counterfoil'), '/email');
    }

    private function checked(#[SensitiveParameter] string $text, int $most): string
    {
        return mb_check_encoding($text, 'UTF-8') && mb_strlen($text) <= $most && ! str_contains($text, "\0")
            ? $text
            : throw DomainError::invalid(__('This value isn’t valid. Check it and try again.', 'counterfoil'));
    }
}
