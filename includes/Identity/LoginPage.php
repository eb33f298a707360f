<?php

declare(strict_types=1);

namespace Counterfoil\Identity;

use Counterfoil\Portals\Portal;
use Counterfoil\Portals\PortalUrls;
use SensitiveParameter;

/** What the log-in page shows for an address. */
final readonly class LoginPage
{
    public function __construct(private LinkPage $link, private PortalSession $session, private PortalUrls $urls, private FormLinks $ways)
    {
    }

    /** @param array<string, string> $query `token` and `purpose`, or `form`, `sent`, `redirect_to` */
    public function view(Portal $portal, #[SensitiveParameter] array $query): LoginView
    {
        $token = $query['token'] ?? '';
        if ($token !== '') {
            $view = $this->link->view($portal, TokenPurpose::tryFrom($query['purpose'] ?? ''), $token);

            return $view->step === LoginStep::LogIn && $this->session->current() !== null ? $this->logged_in($portal) : $view;
        }
        if (isset($query['sent'])) {
            return $query['sent'] === 'confirmed' ? $this->confirmed($portal) : $this->sent($portal, $query['sent']);
        }

        return match (LoginStep::tryFrom($query['form'] ?? '')) {
            LoginStep::Forgotten => $this->forgotten($portal),
            LoginStep::AskLink => $this->ask_link($portal, $query['redirect_to'] ?? ''),
            default => $this->session->current() !== null ? $this->logged_in($portal) : $this->log_in($portal, $query['redirect_to'] ?? ''),
        };
    }

    private function log_in(Portal $portal, string $redirect_to): LoginView
    {
        return new LoginView(
            LoginStep::LogIn,
            __('Log in', 'counterfoil'),
            __('View and pay your invoices online.', 'counterfoil'),
            'log-in',
            ['email', 'password'],
            __('Log in', 'counterfoil'),
            [
                $this->ways->forgotten($portal),
                $this->ways->to($portal, __('Log in with an email link', 'counterfoil'), ['form' => 'link'] + ($redirect_to === '' ? [] : ['redirect_to' => $redirect_to])),
            ],
            redirect_to: $redirect_to
        );
    }

    private function forgotten(Portal $portal): LoginView
    {
        return new LoginView(
            LoginStep::Forgotten,
            __('Choose a new password', 'counterfoil'),
            __('Enter your email address, and we’ll email you a link to choose a new password.', 'counterfoil'),
            'ask-reset',
            ['email'],
            __('Email me the link', 'counterfoil'),
            [$this->ways->back($portal)]
        );
    }

    private function ask_link(Portal $portal, string $redirect_to): LoginView
    {
        return new LoginView(
            LoginStep::AskLink,
            __('Log in with an email link', 'counterfoil'),
            __('Enter your email address, and we’ll email you a link to log in without a password.', 'counterfoil'),
            'ask-link',
            ['email'],
            __('Email me the link', 'counterfoil'),
            [$this->ways->back($portal)],
            redirect_to: $redirect_to
        );
    }

    private function sent(Portal $portal, string $what): LoginView
    {
        return new LoginView(
            LoginStep::Sent,
            __('Check your inbox', 'counterfoil'),
            match ($what) {
                'reset' => __('If there’s an account for this address, a link to choose a new password is on its way. It works for one hour.', 'counterfoil'),
                'invitation' => __('A new invitation is on its way. It works for seven days and replaces earlier ones.', 'counterfoil'),
                default => __('If there’s an account for this address, a login link is on its way. It works for 15 minutes.', 'counterfoil'),
            },
            '',
            [],
            '',
            $what === 'invitation' ? [$this->ways->back($portal)] : [
                $this->ways->to($portal, __('Didn’t get the email? Resend it', 'counterfoil'), ['form' => $what === 'reset' ? 'forgotten' : 'link']),
                $this->ways->back($portal),
            ]
        );
    }

    private function confirmed(Portal $portal): LoginView
    {
        return new LoginView(
            LoginStep::Confirmed,
            __('Email address changed', 'counterfoil'),
            __('Log in with the new address and your password.', 'counterfoil'),
            '',
            [],
            '',
            [$this->ways->back($portal)]
        );
    }

    private function logged_in(Portal $portal): LoginView
    {
        return new LoginView(
            LoginStep::LoggedIn,
            __('You’re logged in', 'counterfoil'),
            '',
            'log-out',
            [],
            __('Log out', 'counterfoil'),
            [['label' => __('Open the portal', 'counterfoil'), 'url' => $this->urls->portal($portal)]]
        );
    }
}
