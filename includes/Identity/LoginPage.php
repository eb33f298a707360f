<?php

declare(strict_types=1);

namespace Counterfoil\Identity;

use Counterfoil\Brand\Portal;
use Counterfoil\Portal\PortalUrls;
use Counterfoil\Shared\DomainError;

/** What the log-in page shows for an address; showing changes nothing, since mail scanners open links too. */
final readonly class LoginPage
{
    public function __construct(private Links $links, private PortalSession $session, private PortalUrls $urls)
    {
    }

    /** @param array<string, string> $query `token` and `purpose`, or `form`, `sent`, `redirect_to` */
    public function view(Portal $portal, array $query): LoginView
    {
        $token = $query['token'] ?? '';
        if ($token !== '') {
            return $this->of_link($portal, TokenPurpose::tryFrom($query['purpose'] ?? ''), $token);
        }
        if (isset($query['sent'])) {
            return $this->sent($portal, $query['sent'] === 'reset');
        }

        return match (LoginStep::tryFrom($query['form'] ?? '')) {
            LoginStep::Forgotten => $this->forgotten($portal),
            LoginStep::AskLink => $this->ask_link($portal, $query['redirect_to'] ?? ''),
            default => $this->session->current() !== null ? $this->logged_in($portal) : $this->log_in($portal, $query['redirect_to'] ?? ''),
        };
    }

    private function of_link(Portal $portal, ?TokenPurpose $purpose, string $token): LoginView
    {
        try {
            return match ($purpose) {
                TokenPurpose::Invitation => $this->invitation($portal, $token),
                TokenPurpose::Reset => $this->reset($portal, $token),
                TokenPurpose::Magic => $this->magic($portal, $token),
                null => throw Links::expired(),
            };
        } catch (DomainError) {
            return $this->expired($portal, $purpose);
        }
    }

    private function log_in(Portal $portal, string $redirect_to): LoginView
    {
        return new LoginView(
            LoginStep::LogIn,
            __('Log in', 'counterfoil'),
            __('See your invoices and pay them online.', 'counterfoil'),
            'log-in',
            'identity.log-in',
            ['email', 'password'],
            __('Log in', 'counterfoil'),
            [
                $this->link($portal, __('Forgotten your password?', 'counterfoil'), ['form' => 'forgotten']),
                $this->link($portal, __('Log in with a link by e-mail', 'counterfoil'), ['form' => 'link'] + ($redirect_to === '' ? [] : ['redirect_to' => $redirect_to])),
            ],
            redirect_to: $redirect_to
        );
    }

    private function forgotten(Portal $portal): LoginView
    {
        return new LoginView(
            LoginStep::Forgotten,
            __('Choose a new password', 'counterfoil'),
            __('Type in your e-mail address. We send you a link with which you choose a new password.', 'counterfoil'),
            'ask-reset',
            'identity.ask-reset',
            ['email'],
            __('Send me the link', 'counterfoil'),
            [$this->back($portal)]
        );
    }

    private function ask_link(Portal $portal, string $redirect_to): LoginView
    {
        return new LoginView(
            LoginStep::AskLink,
            __('Log in with a link', 'counterfoil'),
            __('Type in your e-mail address. We send you a link that logs you in, without a password.', 'counterfoil'),
            'ask-link',
            'identity.ask-link',
            ['email'],
            __('Send me the link', 'counterfoil'),
            [$this->back($portal)],
            redirect_to: $redirect_to
        );
    }

    private function sent(Portal $portal, bool $is_reset): LoginView
    {
        return new LoginView(
            LoginStep::Sent,
            __('Look into your mailbox', 'counterfoil'),
            $is_reset
                ? __('If we know this address, a link to choose a new password is on its way. It works for one hour.', 'counterfoil')
                : __('If we know this address, a link that logs you in is on its way. It works for 15 minutes.', 'counterfoil'),
            '',
            '',
            [],
            '',
            [
                $this->link($portal, __('Nothing came? Send it again', 'counterfoil'), ['form' => $is_reset ? 'forgotten' : 'link']),
                $this->back($portal),
            ]
        );
    }

    private function invitation(Portal $portal, string $token): LoginView
    {
        [, $contact] = $this->links->invitation($token);
        $user = get_user_by('email', $contact->email);
        $is_known = $user !== false;
        // Contacts get the portal's reset; an account from before is WordPress' own affair.
        $forgotten = $user !== false && ! Accounts::is_kept_out($user)
            ? ['label' => __('Forgotten your password?', 'counterfoil'), 'url' => wp_lostpassword_url()]
            : $this->link($portal, __('Forgotten your password?', 'counterfoil'), ['form' => 'forgotten']);

        return new LoginView(
            LoginStep::Invitation,
            $is_known ? __('Confirm that it is you', 'counterfoil') : __('Choose a password', 'counterfoil'),
            $is_known
                ? __('You have an account here already. Type in its password, and access is added to it.', 'counterfoil')
                /* translators: %s: name of the person */
                : sprintf(__('Welcome, %s. One password, and you are in.', 'counterfoil'), $contact->name),
            'accept-invitation',
            'identity.accept-invitation',
            ['email', 'password'],
            $is_known ? __('Confirm and log in', 'counterfoil') : __('Set password and log in', 'counterfoil'),
            $is_known ? [$forgotten] : [],
            $contact->email,
            true,
            $token,
            is_new_password: ! $is_known
        );
    }

    private function reset(Portal $portal, string $token): LoginView
    {
        [, , $user] = $this->links->account(TokenPurpose::Reset, $token);

        return new LoginView(
            LoginStep::Reset,
            __('Choose a new password', 'counterfoil'),
            __('Every other device is logged out then.', 'counterfoil'),
            'reset',
            'identity.reset',
            ['email', 'password'],
            __('Save password and log in', 'counterfoil'),
            [$this->back($portal)],
            $user->user_email,
            true,
            $token,
            is_new_password: true
        );
    }

    private function magic(Portal $portal, string $token): LoginView
    {
        [, , $user] = $this->links->account(TokenPurpose::Magic, $token);

        return new LoginView(
            LoginStep::Magic,
            __('Welcome back', 'counterfoil'),
            /* translators: %s: e-mail address */
            sprintf(__('One click and you are logged in as %s.', 'counterfoil'), $user->user_email),
            'use-link',
            'identity.use-link',
            [],
            __('Log in', 'counterfoil'),
            [$this->back($portal)],
            $user->user_email,
            true,
            $token
        );
    }

    private function expired(Portal $portal, ?TokenPurpose $purpose): LoginView
    {
        return new LoginView(
            LoginStep::Expired,
            __('This link doesn’t work any more', 'counterfoil'),
            match ($purpose) {
                TokenPurpose::Invitation => __('It was used already, or it is too old. If you have chosen a password, log in with it; else ask us for a new invitation.', 'counterfoil'),
                TokenPurpose::Reset => __('It was used already, or it is older than an hour. Ask for a new one; it takes a moment.', 'counterfoil'),
                default => __('It was used already, or it is older than 15 minutes. Ask for a new one; it takes a moment.', 'counterfoil'),
            },
            '',
            '',
            [],
            '',
            match ($purpose) {
                TokenPurpose::Invitation => [$this->back($portal)],
                TokenPurpose::Reset => [$this->link($portal, __('Send me a new link', 'counterfoil'), ['form' => 'forgotten']), $this->back($portal)],
                default => [$this->link($portal, __('Send me a new link', 'counterfoil'), ['form' => 'link']), $this->back($portal)],
            },
            status: 410
        );
    }

    private function logged_in(Portal $portal): LoginView
    {
        return new LoginView(
            LoginStep::LoggedIn,
            __('You are logged in', 'counterfoil'),
            '',
            'log-out',
            'identity.log-out',
            [],
            __('Log out', 'counterfoil'),
            [['label' => __('Open the portal', 'counterfoil'), 'url' => $this->urls->portal($portal)]]
        );
    }

    /**
     * @param array<string, string> $arguments
     * @return array{label: string, url: string}
     */
    private function link(Portal $portal, string $label, array $arguments): array
    {
        return ['label' => $label, 'url' => $this->urls->login($portal, $arguments)];
    }

    /** @return array{label: string, url: string} */
    private function back(Portal $portal): array
    {
        return $this->link($portal, __('Back to the log-in', 'counterfoil'), []);
    }
}
