<?php

declare(strict_types=1);

use Counterfoil\Portal\PageTemplate;
use Counterfoil\Portals\Template;
use Counterfoil\Shared\Html;

/** @var Counterfoil\Portal\Views\LoginCard $view */


defined('ABSPATH') || exit;

$login = $view->login;
$tag = $view->heading;
?>
<div class="cf-portal cf-portal--narrow cf-login" style="<?php echo Html::escape($view->look->css()); ?>" data-wp-interactive="client-login" <?php echo wp_interactivity_data_wp_context($view->context); ?>>
    <div class="cf-card">
        <?php if ($view->shows_logo) : ?>
            <p class="cf-brand">
                <?php echo Template::draw(PageTemplate::BRAND, $view->look); // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- a template?>
            </p>
        <?php endif; ?>
        <<?php echo tag_escape($tag); ?> class="cf-title"><?php echo Html::escape($view->title); ?></<?php echo tag_escape($tag); ?>>
        <?php if ($view->lead !== '') : ?>
            <p class="cf-login__lead"><bdi><?php echo Html::escape($view->lead); ?></bdi></p>
        <?php endif; ?>
        <?php if ($login->button !== '') : ?>
            <form class="cf-form" method="post" action="<?php echo esc_url($view->form_url); ?>" data-wp-on--submit="actions.send" data-wp-on-window--pageshow="actions.settle">
                <p class="cf-error" id="cf-login-error" role="alert" tabindex="-1" data-wp-init="callbacks.focusError"<?php echo $login->error === '' ? ' hidden' : ''; ?>><?php echo Html::escape($login->error); ?></p>
                <input type="hidden" name="counterfoil_form" value="<?php echo Html::escape($login->form); ?>">
                <?php if ($login->token !== '') : ?>
                    <input type="hidden" name="token" value="<?php echo Html::escape($login->token); ?>">
                <?php endif; ?>
                <?php if ($login->redirect_to !== '') : ?>
                    <input type="hidden" name="redirect_to" value="<?php echo Html::escape($login->redirect_to); ?>">
                <?php endif; ?>
                <?php if (in_array('email', $login->fields, true)) : ?>
                    <div class="cf-field">
                        <label for="cf-email"><?php esc_html_e('Email', 'counterfoil'); ?></label>
                        <input id="cf-email" name="email" type="email" autocomplete="username" inputmode="email" maxlength="190" required value="<?php echo Html::escape($login->email); ?>"<?php echo $login->is_email_fixed ? ' readonly' : ''; ?> aria-describedby="cf-login-error">
                    </div>
                <?php endif; ?>
                <?php if (in_array('password', $login->fields, true)) : ?>
                    <div class="cf-field">
                        <label for="cf-password"><?php $login->is_new_password ? esc_html_e('New password', 'counterfoil') : esc_html_e('Password', 'counterfoil'); ?></label>
                        <span class="cf-field__box">
                            <input id="cf-password" name="password" type="password" data-wp-bind--type="state.passwordType" autocomplete="<?php echo $login->is_new_password ? 'new-password' : 'current-password'; ?>" maxlength="200" required<?php echo $login->is_new_password ? ' minlength="' . Html::escape((string) $view->least_password) . '" aria-describedby="cf-password-hint cf-login-error"' : ' aria-describedby="cf-login-error"'; ?>>
                            <button class="cf-field__show" type="button" hidden data-wp-init="callbacks.showButton" data-wp-on--click="actions.show" data-wp-bind--aria-pressed="context.isShown" aria-label="<?php esc_attr_e('Show password', 'counterfoil'); ?>" data-wp-text="state.showLabel"><?php esc_html_e('Show', 'counterfoil'); ?></button>
                        </span>
                        <?php if ($login->is_new_password) : ?>
                            <p class="cf-hint" id="cf-password-hint"><?php
                                /* translators: %d: number of characters */
                                echo Html::escape(sprintf(__('At least %d characters. A few random words are easy to remember.', 'counterfoil'), $view->least_password));
                            ?></p>
                        <?php endif; ?>
                    </div>
                <?php endif; ?>
                <button class="cf-button cf-button--primary cf-button--large" type="<?php echo $view->is_sample ? 'button' : 'submit'; ?>" data-wp-bind--aria-busy="context.isBusy">
                    <span class="cf-spinner" aria-hidden="true"></span>
                    <?php echo Html::escape($login->button); ?>
                </button>
            </form>
        <?php endif; ?>
        <?php if ($login->links !== []) : ?>
            <ul class="cf-login__links">
                <?php foreach ($login->links as $link) : ?>
                    <li><a href="<?php echo esc_url($link['url']); ?>"><?php echo Html::escape($link['label']); ?></a></li>
                <?php endforeach; ?>
            </ul>
        <?php endif; ?>
    </div>
</div>
