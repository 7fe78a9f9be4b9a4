"""What themes are given and kept from: texts that are escaped, a policy, a sign, a name that fits."""
