package org.otklik.web.openid;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.langtag.LangTag;
import com.nimbusds.langtag.LangTagException;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.claims.AuthorizedParty;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.otklik.settings.SingleSignOnSettings;
import org.otklik.web.openid.OpenIdException.Reason;

/**
 * The provider. One sign-in: {@link #address} leads the browser there; it comes back with an answer
 * for {@link #proven}.
 */
@ApplicationScoped
public class OpenIdProvider {
  @Inject private SingleSignOnSettings settings;
  @Inject private ProviderDirectory directory;
  @Inject private ProviderCalls calls;

  /**
   * Where the browser is sent to.
   *
   * @param language that the provider is asked to speak
   * @throws OpenIdException UNREACHABLE
   */
  public URI address(PendingSignIn pending, Locale language) throws OpenIdException {
    return new AuthenticationRequest.Builder(
            ResponseType.CODE,
            new Scope(settings.scopes().toArray(String[]::new)),
            new ClientID(settings.clientId()),
            settings.callback())
        .endpointURI(directory.metadata().getAuthorizationEndpointURI())
        .state(new State(pending.state()))
        .nonce(new Nonce(pending.nonce()))
        .codeChallenge(new CodeVerifier(pending.verifier()), CodeChallengeMethod.S256)
        .uiLocales(List.of(tag(language)))
        .build()
        .toURI();
  }

  private static LangTag tag(Locale language) {
    try {
      return new LangTag(language.getLanguage());
    } catch (LangTagException e) {
      throw new IllegalArgumentException("No language: " + language, e);
    }
  }

  /**
   * Who came back.
   *
   * @param answer parameters of the request to our callback
   * @param pending that was begun with the answer's state, in the same browser
   * @param language of somebody whose provider says none
   * @throws OpenIdException if nobody is proven
   */
  public ProvenSignIn proven(
      Map<String, List<String>> answer, PendingSignIn pending, Locale language)
      throws OpenIdException {
    OIDCProviderMetadata metadata = directory.metadata();
    try {
      OIDCTokens tokens = calls.redeemed(metadata, code(metadata, answer), pending);
      JWT idToken = tokens.getIDToken();
      IDTokenClaimsSet claims = directory.validator().validate(idToken, new Nonce(pending.nonce()));
      requireMadeForUs(claims);
      ProvenClaims proven =
          new ProvenClaims(claims.toJSONObject(), calls.userInfo(metadata, tokens, claims));
      if (!proven.hasUsableSubject()) {
        throw new OpenIdException(Reason.UNPROVEN, "The subject cannot be stored.");
      }
      return new ProvenSignIn(proven.identity(settings, language), idToken.serialize());
    } catch (IOException | KeySourceException e) {
      throw new OpenIdException(Reason.UNREACHABLE, e);
    } catch (ParseException | BadJOSEException | JOSEException e) {
      throw new OpenIdException(Reason.UNPROVEN, e);
    }
  }

  private AuthorizationCode code(OIDCProviderMetadata metadata, Map<String, List<String>> answer)
      throws OpenIdException, ParseException {
    AuthenticationResponse response = parsed(answer);
    Issuer issuer = response.getIssuer();
    boolean mustSayIssuer = metadata.supportsAuthorizationResponseIssuerParam();
    if (issuer == null ? mustSayIssuer : !issuer.equals(metadata.getIssuer())) {
      throw new OpenIdException(Reason.UNPROVEN, "Another issuer answers: " + issuer);
    }
    if (!response.indicatesSuccess()) {
      String error = response.toErrorResponse().getErrorObject().getCode();
      boolean denied = OAuth2Error.ACCESS_DENIED.getCode().equals(error);
      throw new OpenIdException(denied ? Reason.DENIED : Reason.UNPROVEN, "It says: " + error);
    }
    AuthorizationCode code = response.toSuccessResponse().getAuthorizationCode();
    if (code == null) {
      throw new OpenIdException(Reason.UNPROVEN, "There is no code in the answer.");
    }
    return code;
  }

  private AuthenticationResponse parsed(Map<String, List<String>> answer)
      throws OpenIdException, ParseException {
    try {
      return AuthenticationResponseParser.parse(settings.callback(), answer);
    } catch (IllegalArgumentException e) {
      throw new OpenIdException(Reason.UNPROVEN, e); // the parser's word for an empty code
    }
  }

  /** That we are among its audience is not enough: the others must not have asked for it. */
  private void requireMadeForUs(IDTokenClaimsSet claims) throws OpenIdException {
    AuthorizedParty party = claims.getAuthorizedParty();
    boolean forUs =
        party == null
            ? claims.getAudience().size() == 1
            : party.getValue().equals(settings.clientId());
    if (!forUs) {
      throw new OpenIdException(Reason.UNPROVEN, "The ID token is made for somebody else, too.");
    }
  }

  /**
   * Where the browser is sent to after our own sign-out, to sign out there, too; empty where the
   * provider has no such place.
   *
   * @throws OpenIdException UNREACHABLE
   */
  public Optional<URI> signOutAddress(String idToken) throws OpenIdException {
    URI endpoint = directory.metadata().getEndSessionEndpointURI();
    if (endpoint == null) {
      return Optional.empty();
    }
    try {
      JWT hint = JWTParser.parse(idToken);
      return Optional.of(new LogoutRequest(endpoint, hint, settings.signedOut(), null).toURI());
    } catch (java.text.ParseException e) {
      throw new IllegalStateException("The ID token was one when it came.", e);
    }
  }
}
